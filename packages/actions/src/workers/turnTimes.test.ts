import { describe, expect, it } from 'vitest';
import { turnTimes } from './turnTimes.ts';

const now = new Date('2030-01-01T12:00:00Z');
const inSeconds = (s: number) => new Date(now.getTime() + s * 1000);
const waiting = (...calls: readonly number[]) => calls.map((n, at) => ({ id: String(at), calls: n }));
const secondsOf = (times: ReadonlyMap<string, Date>) =>
  [...times.values()].map((time) => (time.getTime() - now.getTime()) / 1000);

describe('of four calls a minute', () => {
  it('what there is room for begins now', () => {
    const begun = [{ calls: 2, until: inSeconds(30) }];
    expect(secondsOf(turnTimes({ begun, waiting: waiting(1, 1), perMinute: 4, now }))).toEqual([0, 0]);
  });

  it('what there is no room for waits until enough of those begun count no more', () => {
    const begun = [
      { calls: 2, until: inSeconds(40) },
      { calls: 2, until: inSeconds(10) },
    ];
    expect(secondsOf(turnTimes({ begun, waiting: waiting(1, 2), perMinute: 4, now }))).toEqual([10, 40]);
  });

  it('those before one take their room first', () => {
    const begun = [{ calls: 4, until: inSeconds(20) }];
    expect(secondsOf(turnTimes({ begun, waiting: waiting(4, 1), perMinute: 4, now }))).toEqual([20, 85]);
  });

  it('what wants more than a minute’s worth waits until it is alone', () => {
    const begun = [{ calls: 1, until: inSeconds(50) }];
    expect(secondsOf(turnTimes({ begun, waiting: waiting(8), perMinute: 4, now }))).toEqual([50]);
  });
});
