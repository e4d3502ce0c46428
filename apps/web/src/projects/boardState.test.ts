import { expect, it } from 'vitest';
import type { OverviewBoard } from '../data/types.ts';
import { boardState } from './boardState.ts';

const board: OverviewBoard = {
  id: '1',
  projectId: '2',
  name: 'Menu cards',
  createdAt: '2026-11-26T00:00:00.000Z',
  archivedAt: null,
  frames: 4,
  approved: 1,
  toDecide: 0,
  openPins: 0,
  running: 0,
  lastAt: null,
  pictures: [],
};

it.each<[string, Partial<OverviewBoard>, ReturnType<typeof boardState>]>([
  [
    'what waits for a decision first',
    { toDecide: 2, running: 1, openPins: 3 },
    { pin: 'proposed', word: '2 to decide' },
  ],
  ['then what runs', { running: 1, openPins: 3 }, { pin: 'editing', word: '1 running' }],
  ['then what is open', { openPins: 3 }, { pin: 'open', word: '3 open' }],
  ['that all is done', { approved: 4 }, { pin: 'resolved', word: 'All done' }],
  ['that something is left', {}, { pin: null, word: 'In the works' }],
  ['that nothing is there', { frames: 0, approved: 0 }, { pin: null, word: 'Empty' }],
  [
    'to a client what to look at',
    { toDecide: 1, openPins: null, running: null },
    { pin: 'proposed', word: '1 to look at' },
  ],
])('says %s', (_, facts, state) => {
  expect(boardState({ ...board, ...facts })).toEqual(state);
});
