import { setSticky } from '@pinpaint/board';
import { expect, it } from 'vitest';
import { roomLimits } from './limits.ts';
import { Shares } from './Shares.ts';
import { openTestRoom, Scheduler, TestClient } from './testing/openTestRoom.ts';

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

it('a studio has a share of messages and bytes, which is another’s not', () => {
  const shares = new Shares(() => 0);
  const [mine, other] = ['s', 't'].map((studioId) => shares.of({ studioId, personId: 'a' }));
  for (let n = 0; n < roomLimits.studioMessages.burst; n += 1) mine?.mayTalk();
  expect([mine?.mayTalk(), other?.mayTalk()]).toEqual([false, true]);
  const { burst } = roomLimits.studioBytes;
  expect([mine?.mayChange(burst), mine?.mayChange(1), other?.mayChange(1)]).toEqual([true, false, true]);
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
