import { changeProject, deriveFrame, makeSeries } from '@pinpaint/actions';
import { aBoard, aGuest, aLink, aProject, aReadyFrame, aStudio, valueFrom } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type ActorRole, type FrameId, newId, type SeriesId } from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { afterAll, describe, it } from 'vitest';
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

const shared = { ...(await aDerived()), projectId: board.projectId };
const test = {
  api,
  routes: seriesRights,
  shared,
  make: { series: aSeries, submitted: async () => ({ versionId: shared.versionId }) },
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
