import { messageTypes, setSticky } from '@pinpaint/board';
import { encode, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { expect, it } from 'vitest';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { encodeStateVector, type Transaction } from 'yjs';
import { roomLimits } from './limits.ts';
import { type Share, Shares } from './Shares.ts';
import { openTestRoom, Scheduler, TestClient } from './testing/openTestRoom.ts';
import { TestProcess } from './testing/TestProcess.ts';

const sticky = { x: 0, y: 0, width: 10, height: 10, text: 'note', colour: 'yellow' } as const;

it('who takes too much of the process’s time is sent away, and let in again once that is paid off', () => {
  const clock = { ms: 0 };
  const shares = new Shares(() => clock.ms);
  const one = { studioId: 's', personId: 'a' };
  // On two connections.
  expect(shares.of(one).spend(roomLimits.personMs.burst - 1)).toBe(true);
  expect(shares.of(one).spend(roomLimits.personMs.perSecond)).toBe(false);
  expect([shares.mayEnter(one), shares.mayEnter({ personId: 'b' })]).toEqual([false, true]);
  clock.ms += 1_000;
  expect(shares.mayEnter(one)).toBe(true);
});

it('a studio has a share of messages and bytes, which is another’s not; one person has half of it', () => {
  const shares = new Shares(() => 0);
  const [a, b, c] = ['a', 'b', 'c'].map((personId) => shares.of({ studioId: 's', personId }));
  const other = shares.of({ studioId: 't', personId: 'd' });
  const half = roomLimits.studioMessages.burst / 2;
  expect([talkOf(a), talkOf(b), talkOf(c), other.mayTalk()]).toEqual([half, half, 0, true]);
  const bytes = roomLimits.studioBytes.burst / 2;
  const changes = [a, a, b, c, other].map((share, at) => share?.mayChange(at % 2 === 0 ? bytes : 1));
  expect(changes).toEqual([true, false, true, false, true]);
});

it('whose changes took too long is closed, and others stay', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const share = { mayTalk: () => true, mayChange: () => true, spend: () => false };
  const costly = new TestClient(scheduler, opened, { name: 'costly', share });
  const good = new TestClient(scheduler, opened, { name: 'good' });
  for (const { doc, name } of [costly, good]) setSticky(doc, name, sticky);
  await scheduler.settle();
  expect([costly.closedFor, good.closedFor, good.saved]).toEqual(['tooCostly', null, good.sent]);
});

it('what Yjs does after a change is paid for by whose change it was', async () => {
  const scheduler = new Scheduler(1);
  const process = new TestProcess(scheduler);
  const opened = openTestRoom(scheduler, { process });
  const [costly, good] = ['costly', 'good'].map((name) => new TestClient(scheduler, opened, { name }));
  await scheduler.settle();
  opened.room.doc.on('beforeObserverCalls', ({ changed }: Transaction) => {
    if (changed.size > 0) process.rest(roomLimits.personMs.burst * 2);
  });
  if (costly) setSticky(costly.doc, 'costly', sticky);
  await scheduler.settle();
  expect([costly?.closedFor, good?.closedFor]).toEqual(['tooCostly', null]);
});

it('who asks for the document again and again, as no program does, pays for it as for changes', async () => {
  const scheduler = new Scheduler(1);
  const opened = openTestRoom(scheduler);
  const clock = { ms: 0 };
  const shares = new Shares(() => clock.ms);
  const share = shares.of({ studioId: 's', personId: 'asks' });
  // Each look at the clock is as long after the one before as a large document takes.
  const nowMs = () => {
    clock.ms += 90;
    return clock.ms;
  };
  const asks = new TestClient(scheduler, opened, { name: 'asks', mayWrite: false, share, nowMs });
  const good = new TestClient(scheduler, opened, { name: 'good' });
  for (let n = 0; n < 400; n += 1) asks.send(stepOne(new Map([[n + 1, 5]])));
  await scheduler.settle();
  expect([asks.closedFor, good.closedFor]).toEqual(['tooCostly', null]);
  expect(shares.mayEnter({ personId: 'asks' })).toBe(false);
});

function talkOf(share: Share | undefined): number {
  let messages = 0;
  while (share?.mayTalk()) messages += 1;
  return messages;
}

function stepOne(stateVector: Map<number, number>): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.sync);
    writeVarUint(encoder, messageYjsSyncStep1);
    writeVarUint8Array(encoder, encodeStateVector(stateVector));
  });
}
