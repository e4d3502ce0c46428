import { createTestDatabase } from '@pinpaint/db/testing';
import { type EngineFacts, newId, type StudioId, type TokenId, type WorkerId } from '@pinpaint/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aBoard, aCandidate, aReadyFrame, aStudio, openTestCtx, valueFrom } from '../testing/index.ts';
import { makeOperatorToken } from '../tokens/makeOperatorToken.ts';
import { announceWorker } from './announceWorker.ts';
import { claimEdit } from './claimEdit.ts';
import { rateWaits } from './rateWaits.ts';

const opened = await openTestCtx((await createTestDatabase()).url);
afterAll(() => opened.stop());

let clock = Date.now();
const ctx = { ...opened, now: () => new Date(clock) };
const calls = (callsPerMinute: number) => ({ rate: { service: 'gemini', callsPerMinute } });

const engine = (name: string, more: Partial<EngineFacts> = {}): EngineFacts => ({
  name,
  version: '1',
  kinds: ['recolour'],
  nativeSizes: [],
  maxPixels: 1_000_000,
  seconds: { base: 1, perMegapixel: 1 },
  usd: { perRun: 0, perMegapixel: 0 },
  ...more,
});

/** Two workers under one token, as two machines of one operator: one has a model more than the other. */
const [first, second] = [newId<WorkerId>(), newId<WorkerId>()];
let actor: { readonly tokenId: TokenId; readonly studioId: null };
let template: { readonly studioId: string; readonly editId: string };

beforeAll(async () => {
  const studio = await aStudio(ctx);
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: (await aBoard(ctx, studio)).id });
  const rect = { x: 9, y: 9, width: 20, height: 20 };
  template = { studioId: studio.studioId, editId: (await aCandidate(ctx, studio, { frameId, rect })).editId };
  await makeOperatorToken(ctx, { name: 'rates' });
  const { id } = await ctx.db.workerToken.findFirstOrThrow({ where: { name: 'rates' } });
  actor = { tokenId: id as TokenId, studioId: null };
  const flash = engine('flash', calls(4));
  await announce(first, [flash, engine('grade')]);
  await announce(second, [flash, engine('pro', calls(4)), engine('grade')]);
});

beforeEach(async () => {
  clock += 3_600_000;
  await ctx.db.edit.deleteMany({ where: { id: { not: template.editId } } });
});

async function announce(id: WorkerId, engines: readonly EngineFacts[]): Promise<void> {
  valueFrom(await announceWorker(ctx, actor, { id, name: 'rates', engines, segmenter: null }));
}

/** Queues edits as they come out of preparation. */
async function queue(name: string, count: number, variants = 1): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await ctx.db.$executeRaw`
      INSERT INTO edit (id, studio_id, frame_id, base_version_id, state, engine, intent, note, region, seed, estimate,
        planes, variants, created_by, prepared_at)
      SELECT ${newId()}::uuid, studio_id, frame_id, base_version_id, 'queued', ${name}, intent, note, region, seed,
        '{"region":{"pixels":1,"seconds":1,"usd":1}}', '{"request":"x","size":{"width":1,"height":1},"depth":8,"layers":[]}', ${variants}, created_by, now()
      FROM edit WHERE id = ${template.editId}::uuid`;
  }
}

async function claim(workerId: WorkerId): Promise<string | null> {
  return valueFrom(await claimEdit(ctx, actor, { workerId, waitMs: 0 }))?.engine ?? null;
}

it('all workers together stay within the rate of the key they share, whichever of its models they call', async () => {
  await queue('flash', 4);
  await queue('pro', 4);
  const got: (string | null)[] = [];
  for (let i = 0; i < 5; i += 1) got.push(await claim(first), await claim(second));
  expect(got.filter(Boolean)).toHaveLength(4);
  clock += 66_000;
  const later = [
    await claim(second),
    await claim(first),
    await claim(second),
    await claim(second),
    await claim(second),
  ];
  expect(later.filter(Boolean).length).toBe(4);
});

it('also when they all ask at once', async () => {
  await queue('flash', 12);
  const got = await Promise.all(Array.from({ length: 12 }, (_, i) => claim(i % 2 ? first : second)));
  expect(got.filter(Boolean).length).toBeLessThanOrEqual(4);
  let more = 0;
  while (await claim(first)) more += 1;
  expect(got.filter(Boolean).length + more).toBe(4);
});

it('a variant is a call; what wants more than a minute’s worth takes its minutes alone', async () => {
  await queue('flash', 1, 3);
  await queue('flash', 1, 2);
  expect([await claim(first), await claim(second)]).toEqual(['flash', null]);
  clock += 66_000;
  expect(await claim(second)).toBe('flash');
  clock += 66_000;
  await queue('flash', 1, 8);
  await queue('flash', 1, 1);
  expect(await claim(first)).toBe('flash');
  clock += 66_000;
  expect(await claim(first)).toBeNull();
  clock += 60_000;
  expect(await claim(first)).toBe('flash');
});

it('what is computed here waits for no service’s turn', async () => {
  await queue('flash', 6);
  await queue('grade', 3);
  const got: string[] = [];
  for (let next = await claim(first); next; next = await claim(first)) got.push(next);
  expect(got.toSorted()).toEqual(['flash', 'flash', 'flash', 'flash', 'grade', 'grade', 'grade']);
});

it('who waits for a rate is told until about when, and nobody else', async () => {
  await queue('flash', 6);
  await queue('grade', 1);
  const waits = async () => {
    const studioId = template.studioId as StudioId;
    const rows = await ctx.db.edit.findMany({ where: { studioId, state: 'queued' }, orderBy: { id: 'asc' } });
    const found = await rateWaits(ctx.db, { studioId, rows, now: ctx.now() });
    return rows.map(({ id, engine }) => {
      const wait = found.get(id);
      return [engine, wait ? `${wait.service} ${wait.until.getTime() - clock}` : null];
    });
  };
  const begun = [await claim(first), await claim(second), await claim(first), await claim(second)];
  expect(begun).toEqual(['flash', 'flash', 'flash', 'flash']);
  expect(await waits()).toEqual([
    ['flash', 'gemini 65000'],
    ['flash', 'gemini 65000'],
    ['grade', null],
  ]);
  clock += 66_000;
  expect(await claim(first)).toBe('flash');
  expect(await waits()).toEqual([
    ['flash', null],
    ['grade', null],
  ]);
});
