import {
  attachToPin,
  cancelEdit,
  changeProject,
  declinePin,
  makeOperatorToken,
  placePin,
  startEdit,
} from '@pinpaint/actions';
import {
  aBoard,
  aCandidate,
  aGuest,
  aLink,
  aProject,
  aReadyFrame,
  aStudio,
  valueFrom,
} from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type ActorRole, type EditId, newId, type PinId } from '@pinpaint/domain';
import { openPixels } from '@pinpaint/pictures';
import { aPicture, asPng, asTiff } from '@pinpaint/pictures/testing';
import { afterAll, describe, it } from 'vitest';
import { aWorker } from '../testing/aWorker.ts';
import { layerFiles } from '../testing/layerFiles.ts';
import { openTestApi } from '../testing/openTestApi.ts';
import { describeArchive, describeRights, expectHidden } from '../testing/rights/describeRights.ts';
import { noteRights } from '../testing/rights/noteRights.ts';

const pixels = openPixels({ threads: 1 });
const api = await openTestApi((await createTestDatabase()).url, { pixels });
afterAll(() => Promise.all([api.stop(), pixels.stop()]));
const { ctx } = api;
const studio = await aStudio(ctx);
const { people } = studio;
const artist = people.artist.actor;
const board = await aBoard(ctx, studio);
const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: board.projectId }));
const worker = aWorker(api, (await makeOperatorToken(ctx, { name: 'test' })).secret);
const rect = { x: 10, y: 10, width: 20, height: 20 };
const files = await layerFiles(rect);
const master = await stored(asTiff(aPicture()));

async function stored(bytes: Uint8Array) {
  return valueFrom(await ctx.blobs.put(bytes, { maxBytes: bytes.byteLength }));
}

/** A small picture whose master is really there, with an open pin. */
async function aPin() {
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id, width: 61, height: 47 });
  await ctx.db.frame.update({ where: { id: frameId }, data: { masterBlob: master.digest } });
  const pinId = newId<PinId>();
  const region = { kind: 'rectangle', ...rect } as const;
  valueFrom(await placePin(ctx, artist, { id: pinId, frameId, region, note: 'make the cup blue' }));
  return { frameId, pinId };
}

async function declined() {
  const place = await aPin();
  valueFrom(await declinePin(ctx, artist, { pinId: place.pinId, reason: 'no' }));
  return place;
}

async function queued() {
  await worker.announce();
  // One person has so many waiting at most; those of the tests before don't matter any more.
  await ctx.db.edit.updateMany({ where: { state: 'queued' }, data: { state: 'cancelled' } });
  const place = await aPin();
  const editId = newId<EditId>();
  const wish = { id: editId, pinId: place.pinId, variants: 1, strength: 1, growPx: null, featherPx: null };
  valueFrom(await startEdit(ctx, artist, wish));
  return { ...place, editId };
}

async function cancelled() {
  const place = await queued();
  valueFrom(await cancelEdit(ctx, artist, place.editId));
  return place;
}

async function proposed() {
  const place = await aPin();
  return { ...place, ...(await aCandidate(ctx, studio, { ...place, rect, files })) };
}

const shared = await proposed();
const attachmentId = newId<PinId>();
const upload = { ...(await stored(await asPng(aPicture()))), mediaType: 'image/png' };
valueFrom(await attachToPin(ctx, artist, { id: attachmentId, pinId: shared.pinId, name: 'a', upload }));

const pin = async () => {
  await worker.announce();
  return aPin();
};
const test = {
  api,
  routes: noteRights,
  shared: { ...shared, boardId: board.id, attachmentId },
  make: { pin, declined, queued, cancelled, proposed },
};

const tokenOf = (role: ActorRole) => (role === 'guest' ? guest.token : people[role].token);
describeRights(test, tokenOf);
describeArchive(test, {
  tokenOf,
  archive: async (archived) => {
    valueFrom(await changeProject(ctx, people.owner.actor, { projectId: board.projectId, archived }));
  },
});

describe('what belongs to one studio, project or link', () => {
  it('does not exist for another: no route says a thing or changes one', async () => {
    const other = await aStudio(ctx);
    const elsewhere = await aProject(ctx, studio);
    const besides = await aBoard(ctx, studio, { projectId: board.projectId });
    const guestOf = async (wish: Parameters<typeof aLink>[2]) =>
      (await aGuest(ctx, await aLink(ctx, studio, wish))).token;
    await expectHidden(test, {
      'the owner of another studio': other.people.owner.token,
      'a guest of another project': await guestOf({ projectId: elsewhere.id }),
      'a guest of another board': await guestOf({ projectId: board.projectId, boardId: besides.id }),
    });
  });
});
