import { expect, it } from 'vitest';
import { takeTurns } from './takeTurns.ts';

it('runs so many at once, lets so many wait, and sends the rest away', async () => {
  const inTurn = takeTurns({ atOnce: 1, waiting: 2 });
  const first = Promise.withResolvers<void>();
  const order: number[] = [];
  const work = (n: number, until?: Promise<void>) => async () => {
    await until;
    order.push(n);
    return n;
  };
  const turns = [inTurn(work(1, first.promise)), inTurn(work(2)), inTurn(work(3)), inTurn(work(4))];
  expect(turns[3]).toBeNull();
  first.resolve();
  expect(await Promise.all(turns)).toEqual([1, 2, 3, null]);
  expect(order).toEqual([1, 2, 3]);
  expect(await inTurn(work(5))).toBe(5);
});

it('goes on after work that failed', async () => {
  const inTurn = takeTurns({ atOnce: 1, waiting: 1 });
  const fails = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(async () => 'yes');
  await expect(fails).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
