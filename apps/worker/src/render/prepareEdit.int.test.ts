import { cancelEdit } from '@pinpaint/actions';
import {
  aBoard,
  aReadyFrame,
  aStudio,
  openTestCtx,
  type TestCtx,
  valueFrom,
} from '@pinpaint/actions/testing';
import { createLog } from '@pinpaint/config';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type EditId, newId } from '@pinpaint/domain';
import { openPixels, type PixelThreads } from '@pinpaint/pictures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareEdit } from './prepareEdit.ts';

const { url } = await createTestDatabase();
let ctx: TestCtx;
let pixels: PixelThreads;

beforeAll(async () => {
  pixels = openPixels({ threads: 1 });
  ctx = await openTestCtx(url, { pixels });
});
afterAll(() => Promise.all([ctx?.stop(), pixels?.stop()]));

const log = createLog({ logLevel: 'error', name: 'test' });
const steps = { run: () => Promise.reject(new Error('this test has no steps')) };

test('an edit that is cancelled while its mask is made has no crop cut', async () => {
  const studio = await aStudio(ctx);
  const { id: boardId } = await aBoard(ctx, studio);
  // Its master exists only in name: whoever went on to cut a crop of it would fail.
  const { frameId, versionId } = await aReadyFrame(ctx, studio, { boardId });
  const editId = newId<EditId>();
  const cost = { pixels: 400, seconds: 1, usd: 0, spread: null };
  await ctx.db.edit.create({
    data: {
      id: editId,
      studioId: studio.studioId,
      frameId,
      baseVersionId: versionId,
      engine: 'grade',
      intent: { wish: { kind: 'remove', thing: null }, keep: [], confidence: 1 },
      note: 'remove it',
      region: { kind: 'rectangle', x: 10, y: 10, width: 40, height: 30 },
      bounds: { x: 0, y: 0, width: 640, height: 480 },
      seed: 1,
      estimate: { region: cost, frame: cost },
      createdBy: studio.people.artist.actor.personId,
    },
  });
  const cancelling: PixelThreads = {
    ...pixels,
    async permittedAlpha(wish) {
      const alpha = await pixels.permittedAlpha(wish);
      valueFrom(await cancelEdit(ctx, studio.people.artist.actor, editId));
      return alpha;
    },
  };
  const deps = {
    ctx,
    pixels: cancelling,
    steps,
    log,
    scratchDir: '',
    maxBytes: 1e6,
    reader: null,
    films: null,
  };
  await prepareEdit(deps, { studioId: studio.studioId, editId });
  expect(await ctx.db.edit.findUnique({ where: { id: editId } })).toMatchObject({
    state: 'cancelled',
    failureCode: null,
    preparedAt: null,
  });
});
