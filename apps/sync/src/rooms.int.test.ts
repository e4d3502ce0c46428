import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  changeMemberRole,
  endSession,
  openRoom,
  openSession,
  placePin,
  revokeToken,
} from '@pinpaint/actions';
import {
  aBoard,
  aReadyFrame,
  aStudio,
  openTestCtx,
  type TestStudio,
  valueFrom,
} from '@pinpaint/actions/testing';
import { messageTypes, readBoard, readSaved, roomProtocol, setSticky } from '@pinpaint/board';
import { freePort } from '@pinpaint/config';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type BoardId, newId, type PinId, type Role, type TokenId } from '@pinpaint/domain';
import { closeCodes, roomsPath } from '@pinpaint/rooms';
import { afterAll, afterEach, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { listening, startSync } from './testing/startSync.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
const studio = await aStudio(ctx);
const started: ChildProcess[] = [];
const screens: WebsocketProvider[] = [];
/** Two cores may be busy with other tests. */
const patience = { timeout: 30_000 };
/** Longer than it takes somebody to come in. */
const enteringMs = 12_000;
const port = await freePort();
let server = await start();
afterEach(() => {
  for (const screen of screens.splice(0)) screen.destroy();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await ctx.stop();
});

it('shows each what the other writes', async () => {
  const { id } = await aBoard(ctx, studio);
  const [artist, director] = [await open(id, 'artist'), await open(id, 'director')];
  setSticky(artist.doc, 'a', sticky('from the artist'));
  setSticky(director.doc, 'd', sticky('from the director'));
  await expect.poll(() => textsOf(director), patience).toEqual(['from the artist', 'from the director']);
  await expect.poll(() => textsOf(artist), patience).toEqual(['from the artist', 'from the director']);
});

it('loses nothing it has acknowledged when it is killed', async () => {
  const { id } = await aBoard(ctx, studio);
  const artist = await open(id, 'artist');
  for (let n = 0; n < 100; n += 1) setSticky(artist.doc, `s${n}`, sticky(String(n)));
  // Step 2 and a hundred updates.
  await expect.poll(artist.saved, patience).toBe(101);
  server.kill('SIGKILL');
  await once(server, 'exit');
  server = await start();
  const viewer = await open(id, 'viewer');
  expect(textsOf(viewer)).toHaveLength(100);
});

it('folds a board’s updates into one state on the way out, and keeps them as its history', async () => {
  const { id } = await aBoard(ctx, studio);
  const artist = await open(id, 'artist');
  setSticky(artist.doc, 's', sticky('the last one'));
  await expect.poll(artist.saved, patience).toBe(2);
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
  const where = { studioId_boardId: { studioId: studio.studioId, boardId: id } };
  expect(await ctx.db.boardSnapshot.findUnique({ where })).toMatchObject({ upto: 1 });
  const rows = await ctx.db.boardUpdate.findMany({ where: { boardId: id } });
  expect(rows.map(({ personIds }) => personIds)).toEqual([[studio.people.artist.actor.personId]]);
  server = await start();
  expect(textsOf(await open(id, 'viewer'))).toEqual(['the last one']);
});

it('does not let a viewer write', async () => {
  const { id } = await aBoard(ctx, studio);
  const [viewer, artist] = [await open(id, 'viewer'), await open(id, 'artist')];
  setSticky(viewer.doc, 'v', sticky('forged'));
  expect(await viewer.closed).toBe(closeCodes.readOnly[0]);
  expect(await ctx.db.boardUpdate.count({ where: { boardId: id } })).toBe(0);
  expect(textsOf(artist)).toEqual([]);
});

it('goes on for others whatever bytes somebody sends', async () => {
  const { id } = await aBoard(ctx, studio);
  const artist = await open(id, 'artist');
  const address = `ws://127.0.0.1:${port}${roomsPath}/board/${id}`;
  for (const bytes of [[], [0], [0, 2, 255, 255], [1, 255], [7], [0, 2, 3, 1, 1, 9], randomBytes(5_000)]) {
    const bad = new WebSocket(address, [roomProtocol, (await doorOf(id, 'director')).token]);
    await once(bad, 'open');
    bad.send(Uint8Array.from(bytes));
    await once(bad, 'close');
  }
  setSticky(artist.doc, 's', sticky('still here'));
  await expect.poll(artist.saved, patience).toBe(2);
});

it('puts in the regions of pins, those of before and those placed meanwhile', async () => {
  const { id } = await aBoard(ctx, studio);
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: id as BoardId });
  const region = { kind: 'ellipse', cx: 50, cy: 50, rx: 30, ry: 30 } as const;
  const place = async () => {
    const wish = { id: newId<PinId>(), frameId, region, note: 'make it blue' };
    return valueFrom(await placePin(ctx, studio.people.artist.actor, wish)).id;
  };
  const before = await place();
  const artist = await open(id, 'artist');
  expect(regionsOf(artist)).toEqual(new Map([[before, region]]));
  const meanwhile = await place();
  await expect.poll(() => regionsOf(artist).get(meanwhile), patience).toEqual(region);
});

it('sends away who loses their token, and who may only look from now on', async () => {
  const mine = await aStudio(ctx);
  const { owner, director } = mine.people;
  const { id } = await aBoard(ctx, mine);
  const [one, other] = [await open(id, 'director', mine), await open(id, 'artist', mine)];
  const wish = { memberId: mine.memberIds.artist, role: 'viewer' } as const;
  valueFrom(await changeMemberRole(ctx, owner.actor, wish));
  expect(await other.closed).toBe(closeCodes.rightsChanged[0]);
  const where = { personId: director.actor.personId };
  const token = await ctx.db.apiToken.findFirstOrThrow({ where });
  valueFrom(await revokeToken(ctx, director.actor, { tokenId: token.id as TokenId }));
  expect(await one.closed).toBe(closeCodes.notAdmitted[0]);
});

it('sends away who signs out', async () => {
  const { actor } = studio.people.artist;
  const { studioId, personId } = actor;
  const session = valueFrom(await openSession(ctx, { studioId, personId, userAgent: 'a browser' }));
  const { id } = await aBoard(ctx, studio);
  const wish = { boardId: id as BoardId, secret: session.secret };
  const artist = connect(id, valueFrom(await openRoom(ctx, actor, wish)).token);
  await expect.poll(() => artist.provider.synced, patience).toBe(true);
  valueFrom(await endSession(ctx, actor, { sessionId: session.sessionId }));
  expect(await artist.closed).toBe(closeCodes.notAdmitted[0]);
});

it('sends away whose session or token has come to its end', async () => {
  const { actor, token } = studio.people.artist;
  const { studioId, personId } = actor;
  const { id } = await aBoard(ctx, studio);
  const session = valueFrom(await openSession(ctx, { studioId, personId, userAgent: 'a browser' }));
  const [where, expiresAt] = [{ personId }, new Date(Date.now() + enteringMs)];
  await ctx.db.session.updateMany({ where, data: { expiresAt } });
  await ctx.db.apiToken.updateMany({ where, data: { expiresAt } });
  const byEach = [session.secret, token].map(async (secret) => {
    const pass = valueFrom(await openRoom(ctx, actor, { boardId: id as BoardId, secret }));
    const artist = connect(id, pass.token);
    await expect.poll(() => artist.provider.synced, patience).toBe(true);
    expect(await artist.closed).toBe(closeCodes.notAdmitted[0]);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt.getTime());
  });
  await Promise.all(byEach);
  await ctx.db.apiToken.updateMany({ where, data: { expiresAt: null } });
});

it('notices what it was not woken for', async () => {
  const mine = await aStudio(ctx);
  const { id } = await aBoard(ctx, mine);
  const artist = await open(id, 'artist', mine);
  await ctx.db.member.delete({ where: { id: mine.memberIds.artist } });
  await ctx.db.ledgerHead.update({ where: { studioId: mine.studioId }, data: { seq: { increment: 1 } } });
  expect(await artist.closed).toBe(closeCodes.notAdmitted[0]);
});

it('shows nobody under a name that is not theirs', async () => {
  const { id } = await aBoard(ctx, studio);
  const [artist, viewer] = [await open(id, 'artist'), await open(id, 'viewer')];
  artist.provider.awareness.setLocalState({ personId: 'x', name: 'Somebody else', cursor: null });
  const { personId } = studio.people.artist.actor;
  const { name } = await ctx.db.person.findUniqueOrThrow({ where: { id: personId } });
  const seen = () => viewer.provider.awareness.getStates().get(artist.doc.clientID);
  await expect.poll(seen, patience).toEqual({ personId, name, cursor: null });
});

it.each(['nonsense', `ppr_${'A'.repeat(43)}`])('does not let in by %s', async (token) => {
  const { id } = await aBoard(ctx, studio);
  expect(await connect(id, token).closed).toBe(closeCodes.notAdmitted[0]);
});

it('lets a pass open no other board', async () => {
  const [mine, other] = [await aBoard(ctx, studio), await aBoard(ctx, studio)];
  const { token } = await doorOf(mine.id, 'artist');
  expect(await connect(other.id, token).closed).toBe(closeCodes.notAdmitted[0]);
});

type Screen = {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** How many of its messages the server says are kept. */
  readonly saved: () => number;
  /** Resolves with the code when the server has sent it away for good. */
  readonly closed: Promise<number>;
};

async function start(): Promise<ChildProcess> {
  const child = startSync({ DATABASE_URL: url, PORT: String(port) });
  started.push(child);
  await listening(child);
  return child;
}

async function doorOf(boardId: string, role: Role, of: TestStudio = studio) {
  const { actor, token: secret } = of.people[role];
  return valueFrom(await openRoom(ctx, actor, { boardId: boardId as BoardId, secret }));
}

/** A standard client that has got the whole document. */
async function open(boardId: string, role: Role, of: TestStudio = studio): Promise<Screen> {
  const screen = connect(boardId, (await doorOf(boardId, role, of)).token);
  await expect.poll(() => screen.provider.synced, patience).toBe(true);
  return screen;
}

function connect(boardId: string, token: string): Screen {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}${roomsPath}`, `board/${boardId}`, doc, {
    protocols: [roomProtocol, token],
    disableBc: true,
  });
  screens.push(provider);
  let saved = 0;
  provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
    saved = readSaved(decoder).messages;
  };
  provider.messageHandlers[messageTypes.news] = () => undefined;
  const closed = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }) => resolve(code));
  });
  return { doc, provider, saved: () => saved, closed };
}

function sticky(text: string) {
  return { x: 0, y: 0, width: 100, height: 80, text, colour: 'yellow' } as const;
}

function textsOf({ doc }: Screen): string[] {
  return [...readBoard(doc).stickies.values()].map(({ text }) => text).sort();
}

function regionsOf({ doc }: Screen) {
  return readBoard(doc).regions;
}
