import type { JobName } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type VersionId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { aBoard, aReadyFrame, aStudio, openTestCtx, proven } from '../testing/index.ts';
import { keepHouse } from './keepHouse.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const studio = await aStudio(ctx);
const board = await aBoard(ctx, studio);

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function jobsOf(name: JobName, id: string): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ jobs: bigint }[]>`
    SELECT count(*) AS jobs FROM pgboss.job WHERE name = ${name} AND data::text LIKE ${`%${id}%`}`;
  return Number(row?.jobs);
}

describe('a frame whose master nobody has made', () => {
  async function anIngestingFrame(createdAt: Date): Promise<FrameId> {
    const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
    await ctx.db.version.deleteMany({ where: { frameId } });
    await ctx.db.frame.update({ where: { id: frameId }, data: { state: 'ingesting', createdAt } });
    return frameId;
  }

  it('is queued again after a while, and not with every look', async () => {
    const frameId = await anIngestingFrame(ago(11));
    await keepHouse(ctx);
    await keepHouse(ctx);
    expect(await jobsOf('frame.ingest', frameId)).toBe(1);
  });

  it('is left to its first job until then', async () => {
    const frameId = await anIngestingFrame(ago(9));
    await keepHouse(ctx);
    expect(await jobsOf('frame.ingest', frameId)).toBe(0);
  });

  it('has failed when it could not be made in a day', async () => {
    const frameId = await anIngestingFrame(ago(25 * 60));
    await keepHouse(ctx);
    expect(await jobsOf('frame.ingest', frameId)).toBe(0);
    const { state, failureCode } = await ctx.db.frame.findUniqueOrThrow({ where: { id: frameId } });
    expect([state, failureCode]).toEqual(['failed', 'frame.not-ingested']);
  });
});

it('selections are forgotten once they tell nothing about whose turn it is', async () => {
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
  const row = { studioId: studio.studioId, frameId, askedBy: newId(), view: {}, hints: {} };
  const [old, young] = [newId(), newId()];
  await ctx.db.selection.createMany({
    data: [
      { ...row, id: old, createdAt: ago(11) },
      { ...row, id: young, createdAt: ago(9) },
    ],
  });
  await keepHouse(ctx);
  expect(await ctx.db.selection.findMany({ select: { id: true } })).toEqual([{ id: young }]);
});

describe('a submitted version that nobody has rendered', () => {
  async function aVersion(submittedAt: Date | null): Promise<VersionId> {
    const { versionId } = await aReadyFrame(ctx, studio, { boardId: board.id });
    await ctx.db.version.update({ where: { id: versionId }, data: { submittedAt } });
    return versionId;
  }

  it('is queued again after a while, and not with every look', async () => {
    const versionId = await aVersion(ago(11));
    await keepHouse(ctx);
    await keepHouse(ctx);
    expect(await jobsOf('version.render', versionId)).toBe(1);
  });

  it.each([
    ['that was submitted just now', ago(9)],
    ['that could not be rendered in a day', ago(25 * 60)],
    ['that is a draft', null],
  ])('%s is not', async (_, submittedAt) => {
    const versionId = await aVersion(submittedAt);
    await keepHouse(ctx);
    expect(await jobsOf('version.render', versionId)).toBe(0);
  });

  it('is not once it is proved', async () => {
    const versionId = await aVersion(ago(11));
    await proven(ctx, studio, { versionId });
    await keepHouse(ctx);
    expect(await jobsOf('version.render', versionId)).toBe(0);
  });
});
