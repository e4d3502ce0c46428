import { readFile, writeFile } from 'node:fs/promises';
import { admit, admitWorker, makeOperatorToken } from '@pinpaint/actions';
import type { Db } from '@pinpaint/db';
import { z } from 'zod';
import { foundDemoStudio } from './foundDemoStudio.ts';

/** Who may come in on the embedded stack. Kept beside the database it belongs to, for its owner's eyes only. */
const demoSchema = z.object({
  studioId: z.string(),
  projectId: z.string(),
  boardId: z.string(),
  /** Named by role; nobody is invented. */
  people: z.array(z.object({ role: z.string(), token: z.string() })),
  reviewToken: z.string(),
  /** The fixture pictures' ids are made before they are sent, so that each is sent once. */
  frames: z.array(z.object({ id: z.string(), file: z.string(), name: z.string() })),
});

const fileSchema = z.object({ workerToken: z.string(), demo: demoSchema.nullable() });

export type Access = z.infer<typeof demoSchema>;

export type AccessFile = { readonly access: Access | null; readonly workerToken: string };

type AccessOptions = { readonly file: string; readonly withDemo: boolean };

/** Reads the keys that were made at the first start, or makes them when they are not there or open nothing any more. */
export async function readAccess(db: Db, { file, withDemo }: AccessOptions): Promise<AccessFile> {
  const kept = fileSchema.safeParse(await readJson(file));
  const ctx = { db, now: () => new Date() };
  if (kept.success && (await stillOpens(ctx, kept.data, withDemo))) {
    return { access: withDemo ? kept.data.demo : null, workerToken: kept.data.workerToken };
  }
  const { secret: workerToken } = await makeOperatorToken(ctx, { name: 'this machine' });
  const demo = withDemo ? await foundDemoStudio(ctx) : null;
  await writeFile(file, `${JSON.stringify({ workerToken, demo }, null, 2)}\n`, { mode: 0o600 });
  return { access: demo, workerToken };
}

type Kept = z.infer<typeof fileSchema>;

async function stillOpens(
  ctx: { readonly db: Db; readonly now: () => Date },
  { workerToken, demo }: Kept,
  withDemo: boolean,
): Promise<boolean> {
  if (withDemo && !demo) return false;
  const answers = [
    await admitWorker(ctx, workerToken),
    ...(withDemo && demo ? await Promise.all(demo.people.map(({ token }) => admit(ctx, token))) : []),
  ];
  return answers.every((answer) => answer.ok);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
