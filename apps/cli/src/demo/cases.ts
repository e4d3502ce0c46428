import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { StackFailure } from '../stack/StackFailure.ts';

const polygon = z.array(z.tuple([z.number(), z.number()])).min(3);
const anchor = z.enum(['center', 'left', 'right', 'top', 'bottom']);

const caseSchema = z.object({
  // The demo empties the folder of this name: it must be one below --out.
  id: z
    .string()
    .regex(/^(?!\.+$)[A-Za-z0-9._-]+$/, 'is a folder’s name: letters, digits, dot, dash, underscore'),
  image: z.string(),
  note: z.string(),
  region: polygon.optional(),
  locks: z.array(z.object({ name: z.string(), polygon })).default([]),
  extend: z.object({ aspect: z.string().regex(/^\d+:\d+$/), anchor: anchor.default('center') }).optional(),
});

/** A note on a picture, as `fixtures/cases.json` has them; polygons in pixels of the upright picture. */
export type Case = z.infer<typeof caseSchema>;

const casesSchema = z
  .array(caseSchema)
  .min(1)
  .refine((cases) => new Set(cases.map(({ id }) => id)).size === cases.length, 'hold the same id twice');

export async function readCases(file: string): Promise<readonly Case[]> {
  const parsed = z.object({ cases: casesSchema }).safeParse(await readJson(file));
  if (parsed.success) return parsed.data.cases;
  const [issue] = parsed.error.issues;
  throw new StackFailure(
    'cases.unreadable',
    `${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    throw new StackFailure('cases.unreadable', `${file} can't be read: ${says}`);
  }
}
