import { expect, it } from 'vitest';
import type { Pin, Version } from '../data/types.ts';
import { isSpent, isUntouched, tourSteps } from './tourSteps.ts';

const frameId = 'bowl';
const beganAt = '2030-01-01T12:00:00.000Z';
const [before, after] = ['2030-01-01T11:00:00.000Z', '2030-01-01T12:01:00.000Z'];
const aPin = (wish: object = {}) =>
  ({ frameId, by: { kind: 'guest' }, createdAt: after, ...wish }) as unknown as Pin;
const aVersion = (wish: object = {}) =>
  ({
    frameId,
    number: 2,
    state: 'in_review',
    submittedAt: after,
    decisions: [],
    ...wish,
  }) as unknown as Version;

it.each([
  ['nothing', [], [], [false, false, false]],
  ['a note of before', [aPin({ createdAt: before })], [], [false, false, false]],
  ['a note on another picture', [aPin({ frameId: 'dogs' })], [], [false, false, false]],
  ['a note', [aPin()], [], [true, false, false]],
  ['a draft', [aPin()], [aVersion({ state: 'draft', submittedAt: null })], [true, false, false]],
  ['the picture as it came', [aPin()], [aVersion({ number: 1 })], [true, false, false]],
  ['a version in review', [aPin()], [aVersion()], [true, true, false]],
  ['an approved one', [aPin()], [aVersion({ state: 'approved' })], [true, true, true]],
  ['one that waits since before', [], [aVersion({ submittedAt: before })], [true, true, false]],
  [
    'one of before, approved since',
    [],
    [aVersion({ state: 'approved', submittedAt: before, decisions: [{ at: after }] })],
    [true, true, true],
  ],
  ['one approved before', [], [aVersion({ state: 'approved', submittedAt: before })], [false, false, false]],
])('with %s', (_, pins, versions, steps) => {
  expect(tourSteps({ frameId, beganAt, pins, versions })).toEqual(steps);
});

it.each([
  ['nothing', [], [], true, false],
  ['the picture as it came', [], [aVersion({ number: 1 })], true, false],
  ['a note', [aPin({ createdAt: before })], [], false, false],
  ['one that waits', [], [aVersion({ submittedAt: before })], false, false],
  ['one approved before', [], [aVersion({ state: 'approved', submittedAt: before })], false, true],
  ['one approved just now', [aPin()], [aVersion({ state: 'approved' })], false, false],
])('a picture with %s can or can’t be begun on', (_, pins, versions, untouched, spent) => {
  const facts = { frameId, beganAt, pins, versions };
  expect([isUntouched(facts), isSpent(facts)]).toEqual([untouched, spent]);
});
