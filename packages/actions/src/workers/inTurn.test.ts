import { expect, it } from 'vitest';
import { inTurn, personOf, type Waiting } from './inTurn.ts';

/** `A artist 1`: the first of the artist of studio A. */
const waiting = (...ids: readonly string[]): readonly Waiting[] =>
  ids.map((id) => {
    const [studioId = '', createdBy = ''] = id.split(' ');
    return { id, studioId, createdBy };
  });
const ids = (list: readonly Waiting[]) => list.map(({ id }) => id);
const nobody = { studios: new Map(), people: new Map() };

it('people of a studio take turns, and who has waited longer for one begins', () => {
  const queue = waiting('A artist 1', 'A artist 2', 'A artist 3', 'A director 1');
  const people = new Map([[personOf({ studioId: 'A', createdBy: 'artist' }), 5]]);
  expect(ids(inTurn(queue, { studios: new Map([['A', 5]]), people }))).toEqual([
    'A director 1',
    'A artist 1',
    'A artist 2',
    'A artist 3',
  ]);
});

it('studios take turns, however many of their people wait', () => {
  const queue = waiting('A artist 1', 'A director 1', 'A artist 2', 'B artist 1', 'B artist 2');
  expect(ids(inTurn(queue, nobody))).toEqual([
    'A artist 1',
    'B artist 1',
    'A director 1',
    'B artist 2',
    'A artist 2',
  ]);
});
