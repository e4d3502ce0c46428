import { once } from 'node:events';
import { roomProtocol } from '@pinpaint/board';
import { createTestDatabase, openWire } from '@pinpaint/db/testing';
import { closeCodes, roomsPath } from '@pinpaint/rooms';
import { afterAll, afterEach, expect, it } from 'vitest';
import { openStage } from './testing/openStage.ts';

const { url } = await createTestDatabase();
const stage = await openStage(url);
const { nodes, aFullRoom, keepWriting, movedFrom, converged, convergedOnAllWritten } = stage;
const patience = { timeout: 60_000 };
afterEach(stage.clear);
afterAll(() => stage.ctx.stop());

it('whoever comes lands at the room’s one owner, and all see the same', async () => {
  await Promise.all([nodes.start(), nodes.start()]);
  const { all, owner } = await aFullRoom();
  for (const screen of all) screen.write();
  await converged(all);
  expect(new Set(all.map(({ at }) => at))).toEqual(new Set([owner.url]));
});

it('who comes to a node that does not own the room is told to ask again', async () => {
  const both = await Promise.all([nodes.start(), nodes.start()]);
  const { owner, boardId } = await aFullRoom();
  const other = both.find((node) => node !== owner);
  const { token } = await stage.pass(boardId, 'artist');
  const socket = new WebSocket(`${other?.url}${roomsPath}/board/${boardId}`, [roomProtocol, token]);
  const [{ code }] = (await once(socket, 'close')) as [CloseEvent];
  expect(code).toBe(closeCodes.elsewhere[0]);
});

it('boards are spread over the nodes', async () => {
  await Promise.all([nodes.start(), nodes.start()]);
  const boards = await Promise.all(Array.from({ length: 12 }, stage.board));
  const passes = await Promise.all(boards.map((id) => stage.pass(id, 'artist')));
  expect(new Set(passes.map(({ at }) => at)).size).toBe(2);
});

it('on SIGTERM everybody goes on at another node, and nothing they wrote is lost', async () => {
  await Promise.all([nodes.start(), nodes.start()]);
  const { all, owner } = await aFullRoom();
  await keepWriting(all);
  // Before it found its way in, one may have been sent on already.
  const before = all.map(({ closings }) => closings.length);
  const ended = once(owner.child, 'exit');
  owner.child.kill('SIGTERM');
  await movedFrom(owner.url, all);
  await convergedOnAllWritten(all);
  expect(await ended).toEqual([0, null]);
  const codes = all.map(({ closings }, n) => closings[before[n] ?? 0]);
  expect(codes).toEqual(all.map(() => closeCodes.elsewhere[0]));
});

it('when a node is killed everybody goes on at another, and nothing acknowledged is lost', async () => {
  await Promise.all([nodes.start(), nodes.start()]);
  const { all, owner, boardId } = await aFullRoom();
  await keepWriting(all);
  owner.child.kill('SIGKILL');
  await once(owner.child, 'exit');
  const acknowledged = all.flatMap(({ kept }) => kept);
  await movedFrom(owner.url, all);
  expect((await stage.open(boardId, 'viewer')).stickies).toEqual(expect.arrayContaining(acknowledged));
  await convergedOnAllWritten(all);
});

it('a node that was frozen until others took its room writes nothing more, and sends its people on', async () => {
  await Promise.all([nodes.start(), nodes.start()]);
  const { all, owner, boardId } = await aFullRoom();
  for (const screen of all) screen.write();
  await converged(all);
  owner.child.kill('SIGSTOP');
  for (const screen of all) screen.write();
  const { epoch } = await stage.leaseOf(boardId);
  const late = await stage.open(boardId, 'artist', 'late');
  const taken = await stage.leaseOf(boardId);
  expect([late.at === owner.url, taken.epoch]).toEqual([false, epoch + 1]);
  late.write();
  await expect.poll(() => late.kept.length, patience).toBe(1);
  owner.child.kill('SIGCONT');
  await movedFrom(owner.url, all);
  await convergedOnAllWritten([...all, late]);
  expect(await stage.leaseOf(boardId)).toEqual(taken);
});

it('a node that can’t reach the database sends its people on, and serves again when it can', async () => {
  const wire = await openWire(url);
  const cutOff = await nodes.start({ databaseUrl: wire.url });
  const { all, boardId } = await aFullRoom();
  await nodes.start();
  await keepWriting(all);
  // It has heard of the other by then.
  const heard = await stage.seenAt(cutOff.url);
  await expect.poll(() => stage.seenAt(cutOff.url), patience).not.toEqual(heard);
  wire.cut();
  await movedFrom(cutOff.url, all);
  const [taken, last] = [await stage.leaseOf(boardId), await stage.seenAt(cutOff.url)];
  wire.heal();
  await expect.poll(() => stage.seenAt(cutOff.url), patience).not.toEqual(last);
  await convergedOnAllWritten(all);
  expect(await stage.leaseOf(boardId)).toEqual(taken);
  wire.stop();
});
