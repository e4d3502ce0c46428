import { createTestDatabase } from '@pinpaint/db/testing';
import { type EngineFacts, newId, type StudioId, type TokenId, type WorkerId } from '@pinpaint/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aBoard, aCandidate, aReadyFrame, aStudio, openTestCtx, valueFrom } from '../testing/index.ts';
import { makeOperatorToken } from '../tokens/makeOperatorToken.ts';
import { announceWorker } from './announceWorker.ts';
import { claimEdit } from './claimEdit.ts';

const opened = await openTestCtx((await createTestDatabase()).url);
afterAll(() => opened.stop());

/** Moves on with every look, so that no two starts are at one time. */
let clock = Date.now();
const ctx = {
  ...opened,
  now() {
    clock += 1;
    return new Date(clock);
  },
};

const grade: EngineFacts = {
  name: 'grade',
  version: '1',
  kinds: ['recolour'],
  nativeSizes: [],
  maxPixels: 1_000_000,
  seconds: { base: 1, perMegapixel: 1 },
  usd: { perRun: 0, perMegapixel: 0 },
};
const workerId = newId<WorkerId>();
const people: readonly string[] = Array.from({ length: 4 }, () => newId());
/** A prepared edit of each studio, to copy. */
let templates: readonly { readonly studioId: StudioId; readonly editId: string }[];
let tokenId: TokenId;

beforeAll(async () => {
  templates = await Promise.all(
    ['One', 'Two', 'Three'].map(async (name) => {
      const studio = await aStudio(ctx, { name });
      const { frameId } = await aReadyFrame(ctx, studio, { boardId: (await aBoard(ctx, studio)).id });
      const { editId } = await aCandidate(ctx, studio, {
        frameId,
        rect: { x: 9, y: 9, width: 20, height: 20 },
      });
      return { studioId: studio.studioId, editId };
    }),
  );
  await makeOperatorToken(ctx, { name: 'turns' });
  tokenId = (await ctx.db.workerToken.findFirstOrThrow({ where: { name: 'turns' } })).id as TokenId;
  valueFrom(
    await announceWorker(ctx, worker(), { id: workerId, name: 'turns', engines: [grade], segmenter: null }),
  );
});

beforeEach(forgetAll);

it('a hundred edits of one person hold up nobody: not who works beside them, nor another studio', async () => {
  await queue({ studio: 0, person: 0, count: 100 });
  await claim();
  await queue({ studio: 0, person: 1, count: 1 });
  await queue({ studio: 1, person: 2, count: 1 });
  const starts = [await claim(), await claim(), await claim()];
  expect(starts.map((start) => start && [start.studio, start.person])).toEqual([
    [1, 2],
    [0, 1],
    [0, 0],
  ]);
});

type Step = { readonly studio: number; readonly person: number; readonly count: number } | 'claim';

const queuing = fc.record({
  studio: fc.nat(2),
  person: fc.nat(3),
  // Mostly a few, now and then a flood.
  count: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.constant(12)),
});
const steps = fc.array(fc.oneof(queuing, fc.constant<Step>('claim')), { minLength: 8, maxLength: 20 });

it('whoever waits, nobody else of theirs and no other studio has two turns before they have one', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      await forgetAll();
      const waiting: Waiting[] = [];
      for (const step of plan) {
        if (step === 'claim') await claimInTurn(waiting);
        else waiting.push(...(await queue(step)));
      }
      while (waiting.length > 0) await claimInTurn(waiting);
      expect(await claim()).toBeNull();
    }),
    { numRuns: 6, seed: 6 },
  );
});

type Waiting = {
  readonly id: string;
  readonly studio: number;
  readonly person: number;
  /** Turns of others since this one waits and its studio, or its person, last had one. */
  readonly passedBy: { studios: number[]; people: number[] };
};

/** Claims one, takes it off the list, and holds what the property says of all that still wait. */
async function claimInTurn(waiting: Waiting[]): Promise<void> {
  const taken = await claim();
  const at = waiting.findIndex(({ id }) => id === taken?.id);
  if (!taken) return expect(waiting).toEqual([]);
  const [own] = waiting.splice(at, 1);
  const sameHands = waiting.filter(({ studio, person }) => studio === own?.studio && person === own.person);
  expect(sameHands.every(({ id }) => id > taken.id)).toBe(true);
  for (const { studio, person, passedBy } of waiting) {
    if (studio !== taken.studio) passedBy.studios.push(taken.studio);
    else passedBy.studios = [];
    if (studio !== taken.studio) continue;
    if (person !== taken.person) passedBy.people.push(taken.person);
    else passedBy.people = [];
    expect(passedBy.people).toEqual([...new Set(passedBy.people)]);
  }
  for (const { passedBy } of waiting) expect(passedBy.studios).toEqual([...new Set(passedBy.studios)]);
}

async function queue({ studio, person, count }: Exclude<Step, 'claim'>): Promise<Waiting[]> {
  const template = templates[studio];
  const ids = Array.from({ length: count }, () => newId()).sort();
  await ctx.db.$executeRaw`
    INSERT INTO edit (id, studio_id, frame_id, base_version_id, state, engine, intent, note, region, seed, estimate,
      created_by, prepared_at, planes)
    SELECT queued.id, studio_id, frame_id, base_version_id, 'queued', engine, intent, note, region, seed, estimate,
      ${people[person]}::uuid, prepared_at, planes
    FROM edit, unnest(${ids}::uuid[]) AS queued (id) WHERE edit.id = ${template?.editId}::uuid`;
  return ids.map((id) => ({ id, studio, person, passedBy: { studios: [], people: [] } }));
}

async function claim() {
  const claimed = valueFrom(await claimEdit(ctx, worker(), { workerId, waitMs: 0 }));
  if (!claimed) return null;
  const { id, studioId, createdBy } = await ctx.db.edit.findUniqueOrThrow({ where: { id: claimed.editId } });
  return {
    id,
    studio: templates.findIndex((template) => template.studioId === studioId),
    person: people.indexOf(createdBy),
  };
}

function worker() {
  return { kind: 'worker', tokenId, studioId: null } as const;
}

async function forgetAll(): Promise<void> {
  await ctx.db.edit.deleteMany({ where: { id: { notIn: templates.map(({ editId }) => editId) } } });
}
