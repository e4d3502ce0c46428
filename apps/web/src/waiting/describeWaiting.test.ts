import { expect, it } from 'vitest';
import type { Waiting } from '../data/types.ts';
import { describeWaiting } from './describeWaiting.ts';

const at = '2026-11-26T00:00:00.000Z';
const item: Waiting = {
  kind: 'start',
  at,
  project: { id: 'p', name: 'Autumn' },
  board: { id: 'b', name: 'Film' },
  frame: { id: 'f', name: 'Bowl', versionId: null },
  pin: { id: 'n', number: 1, state: 'open', note: 'make it blue' },
  version: null,
  by: { kind: 'guest', name: 'Client' },
  says: null,
  signOff: null,
};
const version = { id: 'v', number: 4 };

it.each<[Partial<Waiting>, string, string | null, string]>([
  [{ kind: 'decide', version }, 'Decide on Bowl v4', '“make it blue”', '/boards/b?frame=f&compare=v'],
  [{ kind: 'signOff', version, pin: null }, 'Look at Bowl v4', null, '/boards/b?frame=f&compare=v'],
  [{ kind: 'choose' }, 'Choose a result for Bowl', '“make it blue”', '/boards/b?pin=n'],
  [{ kind: 'answer', says: 'Which one?' }, 'Answer Client on Bowl', '“Which one?”', '/boards/b?pin=n'],
  [
    { kind: 'failed', says: 'No answer.' },
    'The edit on Bowl did not finish',
    'No answer.',
    '/boards/b?pin=n',
  ],
  [{ kind: 'failed' }, 'The edit on Bowl did not finish', '“make it blue”', '/boards/b?pin=n'],
  [
    { kind: 'changes', version, says: 'too warm' },
    'Changes wanted on Bowl v4',
    '“too warm”',
    '/boards/b?frame=f',
  ],
  [
    {
      kind: 'changes',
      version,
      signOff: { kind: 'sign_off_changes', comment: 'too warm', name: 'Client', at },
    },
    'Changes wanted on Bowl v4',
    '“make it blue”',
    '/boards/b?pin=n',
  ],
  [
    { kind: 'engine', says: 'recolour' },
    'No engine for Bowl',
    '“make it blue” needs an engine that is not connected here.',
    '/boards/b?pin=n',
  ],
  [{ kind: 'start' }, 'New note on Bowl', '“make it blue”', '/boards/b?pin=n'],
])('says of %j what to do and where', (more, title, lead, href) => {
  expect(describeWaiting({ ...item, ...more })).toMatchObject({ title, lead, href });
});
