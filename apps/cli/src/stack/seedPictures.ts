import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LockId, newId } from '@pinpaint/domain';
import { z } from 'zod';
import { ApiClient } from '../api/ApiClient.ts';
import { readCases } from '../demo/cases.ts';
import type { Access } from './access.ts';
import { fixturesDir } from './checkout.ts';

const frame = z.object({ id: z.string(), state: z.enum(['drawing', 'ingesting', 'ready', 'failed']) });
const frames = z.object({ items: z.array(frame) });
const made = z.object({ id: z.string() });

/** Making masters of the fixtures takes seconds; a machine that needs this long is in trouble. */
const limitMs = 120_000;

/** Puts on the demo board what is not there yet, as the artist, by the same API that everybody uses. */
export async function seedPictures(url: string, access: Access, say: (line: string) => void): Promise<void> {
  const token = access.people.find(({ role }) => role === 'artist')?.token ?? null;
  const artist = new ApiClient(url, token);
  const path = `/boards/${access.boardId}/frames`;
  const { items } = await artist.get(path, frames);
  const missing = access.frames.filter(({ id }) => !items.some((there) => there.id === id));
  if (missing.length === 0) return;
  for (const { id, file, name } of missing) {
    say(`uploading ${file}`);
    const bytes = await readFile(join(fixturesDir, file));
    await artist.upload(`${path}?id=${id}&name=${encodeURIComponent(name)}`, new Uint8Array(bytes), frame);
  }
  await artist.until(path, frames, {
    wanted: (list) => list.items.every(({ state }) => state !== 'ingesting'),
    limitMs,
  });
  await lockFig(artist, missing);
}

/** The first note that people try is about the bowl, and the fig in it is to be left alone. */
async function lockFig(artist: ApiClient, missing: Access['frames']): Promise<void> {
  const cases = await readCases(join(fixturesDir, 'cases.json'));
  const locks = cases.find(({ id }) => id === 'bowl-blue')?.locks ?? [];
  const bowl = missing.find(({ file }) => file === 'fig-bowl.jpg');
  if (!bowl) return;
  for (const { name, polygon } of locks) {
    const region = { kind: 'lasso', points: polygon };
    await artist.post(`/frames/${bowl.id}/locks`, { id: newId<LockId>(), name, region }, made);
  }
}
