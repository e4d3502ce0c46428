import { changeProject, decideVersion, makeOperatorToken, setLock, submitVersion } from '@pinpaint/actions';
import {
  aBoard,
  aGuest,
  aLayer,
  aLink,
  aMask,
  aPerson,
  aProject,
  aReadyFrame,
  aStudio,
  proven,
  valueFrom,
} from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type ActorRole, type LockId, newId, type PersonId, type RenditionId } from '@pinpaint/domain';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorker, testEngine } from '../testing/aWorker.ts';
import { openTestApi } from '../testing/openTestApi.ts';
import { describeArchive, describeRights, expectHidden } from '../testing/rights/describeRights.ts';
import { lockRect, pictureRights } from '../testing/rights/pictureRights.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { people, studioId } = studio;
const board = await aBoard(ctx, studio);
const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: board.projectId }));
const mask = await aMask(ctx, studio, lockRect);
const worker = aWorker(api, (await makeOperatorToken(ctx, { name: 'test' })).secret);
// One that has been silent for half a minute counts as gone.
beforeEach(() => worker.announce([{ ...testEngine, draws: [{ aspect: '3:2', width: 96, height: 64 }] }]));

/** A frame with a lock, a version in review with a layer, and a rendition of it. Blobs exist in name only. */
async function aPlace(state: 'draft' | 'submitted' | 'approved' | 'making' = 'submitted') {
  const { artist } = people;
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
  const lockId = newId<LockId>();
  const region = { kind: 'raster', rect: lockRect, mask } as const;
  valueFrom(await setLock(ctx, artist.actor, { id: lockId, frameId, name: 'logo', region }));
  const { versionId, layerId } = await aLayer(ctx, studio, { frameId, rect: lockRect });
  const place = { frameId, lockId, versionId, layerId, digest: '', renditionId: newId<RenditionId>() };
  if (state === 'draft') return place;
  const { digest } = valueFrom(await submitVersion(ctx, artist.actor, { versionId }));
  await proven(ctx, studio, { versionId });
  if (state === 'approved' || state === 'making') {
    const decision = { versionId, digest: digest ?? '', kind: 'approve', comment: null } as const;
    valueFrom(await decideVersion(ctx, people.director.actor, decision));
  }
  const row = { studioId, versionId, digest: digest ?? '', format: 'png', recipe: 'png' };
  const made = state === 'making' ? {} : ({ state: 'ready', blobDigest: mask } as const);
  await ctx.db.rendition.create({ data: { id: place.renditionId, ...row, ...made } });
  return { ...place, digest: digest ?? '' };
}

const shared = await aPlace();
const test = {
  api,
  routes: pictureRights,
  shared: { ...shared, boardId: board.id, level: 0, x: 0, y: 0, n: 0, part: 'alpha' },
  make: {
    draft: () => aPlace('draft'),
    submitted: () => aPlace('submitted'),
    approved: () => aPlace('approved'),
    making: () => aPlace('making'),
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

describe('what belongs to one studio, project or link', () => {
  it('does not exist for another: no route says a thing or changes one', async () => {
    const other = await aStudio(ctx);
    const elsewhere = await aProject(ctx, studio);
    const strangers = {
      'the owner of another studio': other.people.owner.token,
      'a guest of another project': (await aGuest(ctx, await aLink(ctx, studio, { projectId: elsewhere.id })))
        .token,
      'a guest of another board': (
        await aGuest(
          ctx,
          await aLink(ctx, studio, {
            projectId: board.projectId,
            boardId: (await aBoard(ctx, studio, { projectId: board.projectId })).id,
          }),
        )
      ).token,
      'a director of another project alone': await directorOf(elsewhere.id),
    };
    await expectHidden(test, strangers);
  });

  it('is not reached by its id in another’s path', async () => {
    const other = await aPlace();
    for (const path of [`${shared.versionId}/layers/${other.layerId}/patch`]) {
      const { status, json } = await api.ask(`GET /versions/${path}`, { as: people.owner.token });
      expect([status, json.code]).toEqual([404, 'layer.not-found']);
    }
    const draft = await aPlace('draft');
    const hide = { as: people.owner.token, json: { visible: false } };
    const answer = await api.ask(`PATCH /versions/${draft.versionId}/layers/${other.layerId}`, hide);
    expect([answer.status, answer.json.code]).toEqual([404, 'layer.not-found']);
  });
});

async function directorOf(projectId: string): Promise<string> {
  const email = `${newId()}@example.test`.toLowerCase();
  const wish = { id: newId(), email, name: 'director', role: 'director', projectId };
  await api.ask('POST /members', { as: people.owner.token, json: wish });
  const { id } = await ctx.db.person.findUniqueOrThrow({ where: { email } });
  return (await aPerson(ctx, studioId, { personId: id as PersonId, email })).token;
}
