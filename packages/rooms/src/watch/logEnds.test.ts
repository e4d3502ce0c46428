import { createLog, type LogLevel } from '@pinpaint/config';
import { expect, it } from 'vitest';
import { logEnds } from './logEnds.ts';
import type { Ended } from './RoomsWatch.ts';

it('says who was sent away, from where, and why', () => {
  const { end, lines } = open();
  end(ended({ reason: 'readOnly', code: 4405 }));
  expect(lines()).toMatchObject([
    {
      level: 'info',
      msg: 'room connection ended',
      reason: 'readOnly',
      code: 4405,
      connectionId: 'connection',
      boardId: 'board',
      studioId: 'studio',
      personId: 'person',
    },
  ]);
});

it.each([
  ['left', []],
  ['goingAway', []],
  ['badMessage', ['info']],
  ['serverFault', ['warn']],
] as const)('says of one that ended for %s: %j', (reason, levels) => {
  const { end, lines } = open();
  end(ended({ reason }));
  expect(lines().map(({ level }) => level)).toEqual(levels);
});

it('says everything to who wants to know everything', () => {
  const { end, lines } = open('debug');
  end(ended({ reason: 'left' }));
  expect(lines()).toHaveLength(1);
});

it('fills no disk, however many are sent away, and says how many it has passed over', () => {
  const { end, lines, state } = open();
  for (let n = 0; n < 10_000; n += 1) end(ended());
  expect(lines()).toHaveLength(100);
  state.nowMs += 1_000;
  for (let n = 0; n < 10_000; n += 1) end(ended());
  expect(lines()).toHaveLength(105);
  expect(lines()[100]).toMatchObject({ unsaid: 9_900 });
});

function open(logLevel: LogLevel = 'info') {
  let said = '';
  const log = createLog(
    { logLevel, name: 'test' },
    {
      write(line) {
        said += line;
      },
    },
  );
  const state = { nowMs: 0 };
  const lines = () =>
    said
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { end: logEnds(log, () => state.nowMs), lines, state };
}

function ended(facts: Partial<Ended> = {}): Ended {
  const who = { connectionId: 'connection', boardId: 'board', studioId: 'studio', personId: 'person' };
  return { ...who, reason: 'badMessage', code: 4400, ...facts };
}
