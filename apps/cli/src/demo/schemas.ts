import { z } from 'zod';

/** What the demo reads of the API's answers, and no more. */
const rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const made = z.object({ id: z.string() });

export const madeLink = z.object({ secret: z.string() });

export const entered = z.object({ secret: z.string() });

export const frame = z.object({
  id: z.string(),
  state: z.enum(['drawing', 'ingesting', 'ready', 'failed']),
  failureCode: z.string().nullable(),
  master: z
    .object({ digest: z.string(), size: z.object({ width: z.number(), height: z.number() }) })
    .nullable(),
});

const cost = z.object({ pixels: z.number(), seconds: z.number(), usd: z.number() });

export const pin = z.object({
  id: z.string(),
  reading: z.object({ wish: z.looseObject({ kind: z.string() }).nullable() }),
});

export const edit = z.object({
  id: z.string(),
  state: z.string(),
  engine: z.string(),
  progress: z.number(),
  estimate: z.object({ region: cost, frame: cost }),
  choice: z.object({ text: z.string() }).nullable(),
  cost: cost.nullable(),
  permittedRect: rect.nullable(),
  cropRect: rect.nullable(),
  failure: z.object({ code: z.string(), says: z.string().nullable() }).nullable(),
  timings: z.object({
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    answeredAt: z.string().nullable(),
    engineMs: z.number().nullable(),
  }),
});
export type Edit = z.infer<typeof edit>;

const counts = { changedInside: z.number(), changedOutside: z.number(), changedInLocks: z.number() };

const candidate = z.object({
  id: z.string(),
  rank: z.number(),
  rect,
  figures: z.record(z.string(), z.number()),
  flags: z.array(z.string()),
  proof: z.object(counts),
  createdAt: z.string(),
});
export type Candidate = z.infer<typeof candidate>;

export const candidates = z.object({ items: z.array(candidate) });

export const version = z.object({
  id: z.string(),
  number: z.number(),
  state: z.string(),
  bounds: rect,
  digest: z.string().nullable(),
  proof: z.object({ ...counts, masterDigest: z.string(), resultDigest: z.string() }).nullable(),
});
export type Version = z.infer<typeof version>;

export const rendition = z.object({
  id: z.string(),
  state: z.enum(['queued', 'ready', 'failed', 'cancelled']),
});
export const accepted = z.object({ versionId: z.string() });
