import { expect, test } from 'vitest';
import { createTurns } from './createTurns.ts';
import { aClock } from './testing/aClock.ts';

const calm = new AbortController().signal;

/** A clock that stands still: who sleeps waits until he is given up. */
function aStoppedClock() {
  const clock = {
    now: () => 0,
    sleep: (_: number, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };
  return clock;
}

test('one that is given up while it waits takes nobody’s turn, and lets nobody through early', async () => {
  const clock = aStoppedClock();
  const turns = createTurns(1, clock);
  await turns.take(calm);
  for (let i = 0; i < 3; i++) {
    const giveUp = new AbortController();
    const waiting = turns.take(giveUp.signal);
    await Promise.resolve();
    giveUp.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
  }
  let isThrough = false;
  void turns.take(calm).then(() => {
    isThrough = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isThrough).toBe(false);
});

test('one that is given up behind another doesn’t wait for it', async () => {
  const clock = aStoppedClock();
  const turns = createTurns(1, clock);
  await turns.take(calm);
  void turns.take(calm);
  const giveUp = new AbortController();
  const behind = turns.take(giveUp.signal);
  giveUp.abort(new Error('cancelled'));
  await expect(behind).rejects.toThrow('cancelled');
});

test('a minute later it is the next one’s turn', async () => {
  const clock = aClock();
  const turns = createTurns(2, clock);
  for (let i = 0; i < 5; i++) await turns.take(calm);
  expect(clock.slept).toEqual([60_000, 0, 60_000]);
});
