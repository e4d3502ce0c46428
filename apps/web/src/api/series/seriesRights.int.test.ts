import { changeProject, deriveFrame, makeOperatorToken, makeSeries } from '@pinpaint/actions';
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
import { type ActorRole, type CarryId, type FrameId, newId, type SeriesId } from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { afterAll, describe, it } from 'vitest';
import { aWorker } from '../testing/aWorker.ts';
import { openPictureStudio } from '../testing/openPictureStudio.ts';
import { describeArchive, describeRights, expectHidden } from '../testing/rights/describeRights.ts';
import { seriesRights } from '../testing/rights/seriesRights.ts';
import { until } from '../testing/until.ts';

const studioOf = await openPictureStudio((await createTestDatabase()).url);
const { api, studio, board, guest } = studioOf;
afterAll(() => studioOf.stop());
const { ctx } = api;
const { people } = studio;
const artist = people.artist.actor;
const worker = aWorker(api, (await makeOperatorToken(ctx, { name: 'test' })).secret);
const blue = { name: 'blue', hex: '#0000ff' };

/** A frame that was derived from an uploaded one, both proved, in a series of the two. */
async function aDerived() {
  const { v1 } = await studioOf.aFrame(await asPng(aPicture()));
  await studioOf.proved(v1);
  const frameId = newId<FrameId>();
  valueFrom(await deriveFrame(ctx, artist, { id: frameId, versionId: v1 }));
  const version = await ctx.db.version.findFirstOrThrow({ where: { frameId } });
  await until('it is proved', async () => {
    const row = await ctx.db.version.findUniqueOrThrow({ where: { id: version.id } });
    return row.resultBlob;
  });
  const place = await ctx.db.seriesFrame.findFirstOrThrow({ where: { frameId } });
  return { frameId, versionId: version.id, seriesId: place.seriesId };
}

/** A series of two frames, with a third that lies in none. Their blobs exist in name. */
async function aSeries() {
  const frame = async () => (await aReadyFrame(ctx, studio, { boardId: board.id })).frameId;
  const [frameId, otherId, looseId] = [await frame(), await frame(), await frame()];
  const seriesId = newId<SeriesId>();
  const { projectId } = board;
  const wish = { id: seriesId, projectId, name: 'a', frameIds: [frameId, otherId] };
  valueFrom(await makeSeries(ctx, artist, wish));
  return { seriesId, frameId, otherId, looseId };
}

/** An edit with a candidate, in a series of two. */
async function anEdit() {
  await worker.announce();
  const place = await aSeries();
  const rect = { x: 10, y: 10, width: 20, height: 20 };
  const { editId } = await aCandidate(ctx, studio, { frameId: place.frameId, rect });
  const intent = { wish: { kind: 'recolour', thing: null, from: null, to: blue }, keep: [], confidence: 1 };
  await ctx.db.edit.update({ where: { id: editId }, data: { engine: 'test-tint', intent } });
  return { ...place, editId };
}

/** One that was found in the other frame. */
async function aFoundCarry() {
  const place = await anEdit();
  const { studioId } = studio;
  const { intent, region } = await ctx.db.edit.findUniqueOrThrow({ where: { id: place.editId } });
  const carryId = newId<CarryId>();
  const { seriesId, editId, otherId: frameId } = place;
  const createdBy = artist.personId;
  const carry = { id: carryId, studioId, seriesId, editId, state: 'found', createdBy } as const;
  await ctx.db.carry.create({ data: carry });
  const found = { state: 'found', intent: intent ?? {}, region: region ?? {} } as const;
  await ctx.db.finding.create({ data: { studioId, carryId, frameId, ...found } });
  return { ...place, carryId };
}

const { editId, carryId } = await aFoundCarry();
const shared = { ...(await aDerived()), projectId: board.projectId, editId, carryId };
const test = {
  api,
  routes: seriesRights,
  shared,
  make: {
    series: aSeries,
    edit: anEdit,
    found: aFoundCarry,
    submitted: async () => ({ versionId: shared.versionId }),
  },
};
const tokenOf = (role: ActorRole) => (role === 'guest' ? guest.token : people[role].token);
describeRights(test, tokenOf);
describeArchive(test, {
  tokenOf,
  archive: async (archived) => {
    valueFrom(await changeProject(ctx, people.owner.actor, { projectId: board.projectId, archived }));
  },
});

describe('what belongs to one studio or project', () => {
  it('does not exist for another: no route says a thing or changes one', async () => {
    const other = await aStudio(ctx);
    const elsewhere = await aProject(ctx, studio);
    const link = await aLink(ctx, studio, { projectId: elsewhere.id });
    await aBoard(ctx, studio, { projectId: elsewhere.id });
    await expectHidden(test, {
      'the owner of another studio': other.people.owner.token,
      'a guest of another project': (await aGuest(ctx, link)).token,
    });
  });
});
