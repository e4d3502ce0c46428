import { createTestDatabase } from '@pinpaint/db/testing';
import { type MemberId, newId, type PinId, type ProjectId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import { loadPerson } from '../access/loadPerson.ts';
import { changeBoard } from '../boards/changeBoard.ts';
import { decideVersion } from '../decisions/decideVersion.ts';
import { addMember } from '../members/addMember.ts';
import { placePin } from '../pins/placePin.ts';
import { changeProject } from '../projects/changeProject.ts';
import {
  aBoard,
  aCandidate,
  aGuest,
  aLayer,
  aLink,
  aProject,
  aReadyFrame,
  aStudio,
  openTestCtx,
  proven,
  type TestPerson,
  valueFrom,
} from '../testing/index.ts';
import { submitVersion } from '../versions/submitVersion.ts';
import { readOverview } from './readOverview.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const studio = await aStudio(ctx);
const { artist, client, director, owner, viewer } = studio.people;
const rect = { x: 10, y: 10, width: 20, height: 20 };

async function seen(by: TestPerson, projectId: ProjectId, { archived = false } = {}) {
  const { projects } = valueFrom(await readOverview(ctx, by.actor, { archived }));
  return projects.find(({ id }) => id === projectId);
}

async function inReview(frameId: Parameters<typeof aLayer>[2]['frameId']) {
  const { versionId } = await aLayer(ctx, studio, { frameId, rect });
  const { digest } = valueFrom(await submitVersion(ctx, artist.actor, { versionId }));
  await proven(ctx, studio, { versionId });
  return { versionId, digest: digest ?? '' };
}

it('says where each board stands, and what its first frames look like', async () => {
  const project = await aProject(ctx, studio, { name: 'Autumn' });
  const board = await aBoard(ctx, studio, { projectId: project.id });
  const empty = await aBoard(ctx, studio, { projectId: project.id });
  const frames = [];
  for (let i = 0; i < 8; i++) frames.push(await aReadyFrame(ctx, studio, { boardId: board.id }));
  const [first, second, third] = frames;
  if (!first || !second || !third) throw new Error('no frames');
  const approved = await inReview(first.frameId);
  valueFrom(await decideVersion(ctx, director.actor, { ...approved, kind: 'approve', comment: null }));
  const waiting = await inReview(second.frameId);
  await aCandidate(ctx, studio, { frameId: third.frameId, rect });
  await ctx.db.edit.updateMany({ where: { frameId: third.frameId }, data: { state: 'running' } });
  const region = { kind: 'rectangle', ...rect } as const;
  const pin = { id: newId<PinId>(), frameId: third.frameId, region, note: 'warmer' };
  valueFrom(await placePin(ctx, artist.actor, pin));

  const [it, none] = (await seen(director, project.id))?.boards ?? [];
  expect(it).toMatchObject({ frames: 8, approved: 1, toDecide: 1, openPins: 1, running: 1 });
  expect(it?.lastAt).not.toBeNull();
  expect(it?.pictures.map(({ number, versionId }) => [number, versionId])).toEqual([
    [1, approved.versionId],
    [2, waiting.versionId],
    [3, null],
    [4, null],
    [5, null],
    [6, null],
  ]);
  expect(it?.pictures[0]?.size).toEqual({ width: 640, height: 480 });
  expect(none).toMatchObject({
    id: empty.id,
    frames: 0,
    approved: 0,
    toDecide: 0,
    openPins: 0,
    pictures: [],
  });
});

it('does not ask anybody to decide on a picture as it was uploaded', async () => {
  const board = await aBoard(ctx, studio);
  await aReadyFrame(ctx, studio, { boardId: board.id });
  expect((await seen(director, board.projectId))?.boards[0]).toMatchObject({ frames: 1, toDecide: 0 });
});

it('tells of review links and when a guest was last seen, and of closed ones nothing', async () => {
  const project = await aProject(ctx, studio);
  expect((await seen(artist, project.id))?.links).toEqual({ open: 0, openedAt: null });
  const link = await aLink(ctx, studio, { projectId: project.id });
  expect((await seen(artist, project.id))?.links).toEqual({ open: 1, openedAt: null });
  await aGuest(ctx, link);
  await aGuest(ctx, link);
  const links = (await seen(artist, project.id))?.links;
  expect([links?.open, typeof links?.openedAt]).toEqual([1, 'string']);
  await ctx.db.reviewLink.update({ where: { id: link.link.id }, data: { revokedAt: new Date() } });
  expect((await seen(artist, project.id))?.links).toEqual({ open: 0, openedAt: null });
});

it('keeps from clients how the house works, and links from those who may not know of them', async () => {
  const board = await aBoard(ctx, studio);
  const asClient = await seen(client, board.projectId);
  expect(asClient).toMatchObject({ role: 'client', links: null, policy: null });
  expect(asClient?.boards[0]).toMatchObject({ openPins: null, running: null, lastAt: null });
  expect(await seen(viewer, board.projectId)).toMatchObject({
    role: 'viewer',
    links: null,
    boards: [{ openPins: 0 }],
  });
});

it('shows who has a role in one project that one, with that role', async () => {
  const project = await aProject(ctx, studio);
  await aProject(ctx, studio);
  const email = 'freelancer@example.test';
  const wish = { id: newId<MemberId>(), email, name: 'Free', role: 'artist' as const, projectId: project.id };
  const member = valueFrom(await addMember(ctx, owner.actor, wish));
  const actor = await loadPerson(ctx.db, { studioId: studio.studioId, personId: member.person.id });
  if (!actor) throw new Error('nobody');
  const { projects } = valueFrom(await readOverview(ctx, actor, { archived: false }));
  expect(projects.map(({ id, role }) => [id, role])).toEqual([[project.id, 'artist']]);
});

it('lists what has been put away apart: archived projects, and archived boards of the others', async () => {
  const kept = await aBoard(ctx, studio);
  const away = await aBoard(ctx, studio, { projectId: kept.projectId });
  const old = await aBoard(ctx, studio);
  valueFrom(await changeBoard(ctx, artist.actor, { boardId: away.id, archived: true }));
  valueFrom(await changeProject(ctx, owner.actor, { projectId: old.projectId, archived: true }));
  const boardsOf = async (projectId: ProjectId, archived: boolean) =>
    (await seen(artist, projectId, { archived }))?.boards.map(({ id }) => id);
  expect(await boardsOf(kept.projectId, false)).toEqual([kept.id]);
  expect(await boardsOf(kept.projectId, true)).toEqual([away.id]);
  expect(await boardsOf(old.projectId, false)).toBeUndefined();
  expect(await boardsOf(old.projectId, true)).toEqual([old.id]);
});

it('shows nothing of another studio', async () => {
  const board = await aBoard(ctx, studio);
  const theirs = await aStudio(ctx);
  const { projects } = valueFrom(await readOverview(ctx, theirs.people.owner.actor, { archived: false }));
  expect([projects, await seen(theirs.people.owner, board.projectId)]).toEqual([[], undefined]);
});
