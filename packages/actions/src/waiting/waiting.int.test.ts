import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type PinId } from '@pinpaint/domain';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { decideVersion } from '../decisions/decideVersion.ts';
import { signOffVersion } from '../decisions/signOffVersion.ts';
import { assignPin } from '../pins/assignPin.ts';
import { commentOnPin } from '../pins/commentOnPin.ts';
import { placePin } from '../pins/placePin.ts';
import { resolvePin } from '../pins/resolvePin.ts';
import { changeProject } from '../projects/changeProject.ts';
import {
  aBoard,
  aCandidate,
  aGuest,
  aLayer,
  aLink,
  aReadyFrame,
  aStudio,
  openTestCtx,
  proven,
  type TestGuest,
  type TestPerson,
  type TestStudio,
  valueFrom,
} from '../testing/index.ts';
import { submitVersion } from '../versions/submitVersion.ts';
import { readWaiting } from './readWaiting.ts';

const ctx = await openTestCtx((await createTestDatabase()).url);
afterAll(() => ctx.stop());
const rect = { x: 10, y: 10, width: 20, height: 20 };
let studio: TestStudio;
let board: Awaited<ReturnType<typeof aBoard>>;
let frameId: FrameId;
let guest: TestGuest;

beforeEach(async () => {
  studio = await aStudio(ctx);
  board = await aBoard(ctx, studio);
  ({ frameId } = await aReadyFrame(ctx, studio, { boardId: board.id }));
  guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: board.projectId }), { name: 'Client' });
});

async function aPin(note: string, by: TestPerson | TestGuest = guest): Promise<PinId> {
  const region = { kind: 'rectangle', ...rect } as const;
  return valueFrom(await placePin(ctx, by.actor, { id: newId<PinId>(), frameId, region, note })).id;
}

async function inReview(pinId?: PinId) {
  const { versionId } = await aLayer(ctx, studio, { frameId, rect, ...(pinId ? { pinId } : {}) });
  const { digest } = valueFrom(await submitVersion(ctx, studio.people.artist.actor, { versionId }));
  await proven(ctx, studio, { versionId });
  return { versionId, digest: digest ?? '' };
}

const waitsFor = async ({ actor }: TestPerson) => valueFrom(await readWaiting(ctx, actor)).items;
const kindsFor = async (who: TestPerson) => (await waitsFor(who)).map(({ kind }) => kind);

it('waits for a decision with the note it was made for and the client’s word', async () => {
  const { director, artist, client } = studio.people;
  const pinId = await aPin('warmer');
  const version = await inReview(pinId);
  const word = { ...version, kind: 'sign_off' as const, comment: 'lovely' };
  valueFrom(await signOffVersion(ctx, guest.actor, word));
  expect(await waitsFor(director)).toMatchObject([
    {
      kind: 'decide',
      project: { id: board.projectId },
      board: { id: board.id },
      frame: { id: frameId, versionId: version.versionId },
      version: { id: version.versionId, number: 2 },
      pin: { id: pinId, note: 'warmer' },
      by: { kind: 'person', name: 'artist' },
      signOff: { kind: 'sign_off', comment: 'lovely', name: 'Client' },
    },
  ]);
  expect(await kindsFor(artist)).toEqual([]);
  expect(await waitsFor(client)).toMatchObject([{ kind: 'signOff', by: null, signOff: null }]);
});

it('waits for nobody with a picture as it was uploaded, until a client has said something to it', async () => {
  const { director } = studio.people;
  expect(await kindsFor(director)).toEqual([]);
  const { id: versionId, digest } = await ctx.db.version.findFirstOrThrow({ where: { frameId } });
  const wish = {
    versionId: versionId as never,
    digest: digest ?? '',
    kind: 'sign_off' as const,
    comment: null,
  };
  valueFrom(await signOffVersion(ctx, guest.actor, wish));
  expect(await kindsFor(director)).toEqual(['decide']);
});

it('waits for a maker with candidates, and with changes that were requested until somebody begins', async () => {
  const { artist, director } = studio.people;
  const pinId = await aPin('warmer');
  await aCandidate(ctx, studio, { frameId, rect, pinId });
  expect(await waitsFor(artist)).toMatchObject([
    { kind: 'choose', pin: { id: pinId }, by: { name: 'Client' } },
  ]);
  valueFrom(await resolvePin(ctx, artist.actor, pinId));
  const version = await inReview();
  const request = { ...version, kind: 'request_changes' as const, comment: 'too warm' };
  valueFrom(await decideVersion(ctx, director.actor, request));
  expect(await waitsFor(artist)).toMatchObject([
    { kind: 'changes', says: 'too warm', by: { name: 'director' } },
  ]);
  await aLayer(ctx, studio, { frameId, rect });
  expect(await kindsFor(artist)).toEqual([]);
});

it('waits for the maker with a client’s wish for changes, until that client thinks better of it or somebody begins', async () => {
  const { artist, director } = studio.people;
  const pinId = await aPin('warmer');
  const version = await inReview(pinId);
  const say = (who: TestGuest, kind: 'sign_off' | 'sign_off_changes', comment: string | null = null) =>
    signOffVersion(ctx, who.actor, { ...version, kind, comment });
  valueFrom(await say(guest, 'sign_off_changes', 'the rim is red'));
  const link = await aLink(ctx, studio, { projectId: board.projectId });
  valueFrom(await say(await aGuest(ctx, link, { name: 'Other client' }), 'sign_off'));
  const word = { kind: 'sign_off_changes', comment: 'the rim is red', name: 'Client' };
  expect(await waitsFor(artist)).toMatchObject([
    { kind: 'changes', version: { number: 2 }, pin: { id: pinId }, by: { name: 'Client' }, signOff: word },
  ]);
  expect(await waitsFor(director)).toMatchObject([{ kind: 'decide', signOff: word }]);
  valueFrom(await say(guest, 'sign_off'));
  expect(await kindsFor(artist)).toEqual([]);
  valueFrom(await say(guest, 'sign_off_changes'));
  expect(await kindsFor(artist)).toEqual(['changes']);
  await aLayer(ctx, studio, { frameId, rect });
  expect(await kindsFor(artist)).toEqual([]);
});

it('waits with open pins for whom they are assigned to, or for all who could', async () => {
  const { artist, director, viewer, client } = studio.people;
  const pinId = await aPin('what about this?');
  for (const who of [artist, director]) expect(await kindsFor(who)).toEqual(['start']);
  for (const who of [viewer, client]) expect(await kindsFor(who)).toEqual([]);
  const { personId } = artist.actor;
  valueFrom(await assignPin(ctx, director.actor, { pinId, assigneeId: personId }));
  expect([await kindsFor(artist), await kindsFor(director)]).toEqual([['start'], []]);
});

it('says when a note needs an engine that is not there, and when an edit has failed', async () => {
  const { artist } = studio.people;
  const pinId = await aPin('make the bowl blue');
  expect(await waitsFor(artist)).toMatchObject([{ kind: 'engine', says: expect.stringContaining('blue') }]);
  const { editId } = await aCandidate(ctx, studio, { frameId, rect, pinId });
  await ctx.db.edit.update({ where: { id: editId }, data: { state: 'failed', failureSays: 'No answer.' } });
  await ctx.db.pin.update({ where: { id: pinId }, data: { state: 'open' } });
  expect(await waitsFor(artist)).toMatchObject([{ kind: 'failed', says: 'No answer.' }]);
});

it('waits with a guest’s question until it is answered where they can read it', async () => {
  const { artist } = studio.people;
  const pinId = await aPin('what about this?');
  const say = (by: TestPerson | TestGuest, text: string, internal = false) =>
    commentOnPin(ctx, by.actor, { id: newId<PinId>(), pinId, text, internal });
  valueFrom(await say(guest, 'Is the handle part of it?'));
  valueFrom(await say(artist, 'What do they mean?', true));
  expect(await waitsFor(artist)).toMatchObject([
    { kind: 'answer', says: 'Is the handle part of it?', by: { kind: 'guest', name: 'Client' } },
  ]);
  valueFrom(await say(artist, 'Yes.'));
  expect(await kindsFor(artist)).toEqual(['start']);
});

it('leaves out what lies in archived projects and in other studios', async () => {
  const { artist, owner } = studio.people;
  await aPin('what about this?');
  const theirs = await aStudio(ctx);
  expect(await kindsFor(theirs.people.owner)).toEqual([]);
  valueFrom(await changeProject(ctx, owner.actor, { projectId: board.projectId, archived: true }));
  expect(await kindsFor(artist)).toEqual([]);
});
