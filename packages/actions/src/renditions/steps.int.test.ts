import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type RenditionId } from '@pinpaint/domain';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aBoard, aReadyFrame, aStudio, openTestCtx, type TestStudio } from '../testing/index.ts';
import { keepHouse } from '../workers/keepHouse.ts';
import { completeRendition } from './completeRendition.ts';
import { giveBackStep } from './giveBackStep.ts';
import { keepProgress } from './keepProgress.ts';
import { makeSteps } from './makeSteps.ts';
import { takeStep } from './takeStep.ts';

const opened = await openTestCtx((await createTestDatabase()).url);
afterAll(() => opened.stop());
/** Moves on with every look, so that no two turns are at one time. */
let clock = Date.now();
const ctx = {
  ...opened,
  now() {
    clock += 1;
    return new Date(clock);
  },
};
const later = (seconds: number) => {
  clock += seconds * 1000;
};

const one = await aPlace('One');
const two = await aPlace('Two');
type Place = Awaited<ReturnType<typeof aPlace>>;

async function aPlace(name: string) {
  const studio = await aStudio(ctx, { name });
  const { versionId } = await aReadyFrame(ctx, studio, { boardId: (await aBoard(ctx, studio)).id });
  return { studio, versionId };
}

beforeEach(() => ctx.db.rendition.deleteMany({}));

describe('the turns of steps', () => {
  it('go round studios and their people, whoever asked for how many', async () => {
    const [ann, ben, cleo] = [newId(), newId(), newId()];
    const many = await steps(one, { by: ann, count: 5 });
    expect(await take()).toBe(many[0]);
    const [bens] = await steps(one, { by: ben, count: 1 });
    const [cleos] = await steps(two, { by: cleo, count: 1 });
    expect([await take(), await take(), await take()]).toEqual([cleos, bens, many[1]]);
  });

  it('pass over what is to be made of something that is not there yet', async () => {
    const [parentId] = await steps(one, { by: newId(), count: 1 });
    const [child] = await steps(one, { by: newId(), count: 1, parentId: parentId ?? '' });
    expect([await take(), await take()]).toEqual([parentId, null]);
    await ctx.db.rendition.update({ where: { id: parentId ?? '' }, data: { state: 'ready', beatAt: null } });
    expect(await take()).toBe(child);
  });
});

describe('a step whose renderer is gone', () => {
  it('is begun again once by another one, and has failed after that', async () => {
    const [id] = await steps(one, { by: newId(), count: 1 });
    expect(await take()).toBe(id);
    expect(await take()).toBeNull();
    later(11);
    expect(await take()).toBe(id);
    later(11);
    expect(await take()).toBeNull();
    expect(await row(id)).toMatchObject({
      state: 'failed',
      failureCode: 'rendition.given-up',
      attempts: 2,
    });
  });

  it('is no longer that one’s, should it come back', async () => {
    await steps(one, { by: newId(), count: 1 });
    const first = await takeStep(ctx);
    later(11);
    const second = await takeStep(ctx);
    if (!first || !second) throw new Error('Nobody took it');
    expect(await keepProgress(ctx, { ...first, progress: 0.9 })).toBe(false);
    expect(await keepProgress(ctx, { ...second, progress: 0.1 })).toBe(true);
    await giveBackStep(ctx, { ...first, isOwnWill: false });
    expect(await take()).toBeNull();
  });

  it('is not counted against it when the renderer gave it back of its own accord', async () => {
    const [id] = await steps(one, { by: newId(), count: 1 });
    for (let at = 0; at < 3; at++) {
      const taken = await takeStep(ctx);
      if (!taken) throw new Error('Nobody took it');
      await giveBackStep(ctx, { ...taken, isOwnWill: true });
    }
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('is pushed by whoever keeps house, and not with every look; what is stored is not made again', async () => {
    const [lost, made] = await steps(one, { by: newId(), count: 2 });
    await take();
    const { studioId } = one.studio;
    const file = { digest: 'f'.repeat(64), bytes: 3, mediaType: 'image/png' };
    const outcome = { file, provenance: { engine: 'refine' } };
    await completeRendition(ctx, { studioId, renditionId: made as RenditionId, outcome });
    later(11);
    await keepHouse(ctx);
    await keepHouse(ctx);
    expect([await jobsOf(lost), await jobsOf(made)]).toEqual([1, 0]);
    expect([await take(), await take()]).toEqual([lost, null]);
  });
});

describe('what is asked for', () => {
  const film = { kind: 'animate', format: 'mp4', fps: 24, easing: 'smooth', zoom: 1.2 } as const;
  const rest = { panX: 0, panY: 0, parallax: 0, longestPx: 640, safe: null } as const;
  const ask = (place: Place, seconds: number, safe: typeof rest.safe | object = null) =>
    makeSteps(ctx, actorOf(place.studio), {
      versionId: place.versionId,
      steps: [{ ...film, ...rest, seconds, safe: safe as null }],
    });

  it('is refused beyond what one person can have waiting, and what waits already is not counted twice', async () => {
    await approved(one);
    for (let at = 1; at <= 12; at++) expect(await ask(one, at)).toMatchObject({ ok: true });
    expect(await ask(one, 13)).toMatchObject({
      ok: false,
      error: { code: 'rendition.too-many-waiting', facts: { limit: 12 } },
    });
    expect(await ask(one, 12)).toMatchObject({ ok: true });
    expect(await ctx.db.rendition.count()).toBe(12);
  });

  it('is refused when what is to stay in view lies outside the picture', async () => {
    await approved(two);
    const bounds = { x: 0, y: 0, width: 10, height: 10 };
    expect(await ask(two, 1, bounds)).toMatchObject({ ok: true });
    for (const safe of [
      { ...bounds, x: -1 },
      { ...bounds, width: 1_000_000 },
    ])
      expect(await ask(two, 1, safe)).toMatchObject({ ok: false, error: { code: 'rendition.safe-outside' } });
  });
});

function actorOf({ people }: TestStudio) {
  return people.artist.actor;
}

async function approved({ versionId }: Place): Promise<void> {
  await ctx.db.version.update({
    where: { id: versionId },
    data: { state: 'approved', digest: 'd'.repeat(64) },
  });
}

type Asked = { readonly by: string; readonly count: number; readonly parentId?: string };

async function steps(place: Place, { by, count, parentId }: Asked): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => newId<RenditionId>()).sort();
  const common = { studioId: place.studio.studioId, versionId: place.versionId, digest: 'd'.repeat(64) };
  for (const id of ids) {
    const step = { kind: 'refine', amount: 1 };
    const own = { id, recipe: id, format: 'png', step, createdBy: by, parentId: parentId ?? null };
    await ctx.db.rendition.create({ data: { ...common, ...own } });
  }
  return ids;
}

async function take(): Promise<string | null> {
  return (await takeStep(ctx))?.renditionId ?? null;
}

function row(id: string | undefined) {
  return ctx.db.rendition.findUniqueOrThrow({ where: { id: id ?? '' } });
}

async function jobsOf(id: string | undefined): Promise<number> {
  const [found] = await ctx.db.$queryRaw<{ jobs: bigint }[]>`
    SELECT count(*) AS jobs FROM pgboss.job WHERE name = 'rendition.step' AND data::text LIKE ${`%${id}%`}`;
  return Number(found?.jobs);
}
