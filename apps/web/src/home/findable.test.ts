import { expect, it } from 'vitest';
import { type Findable, find } from './findable.ts';

const one = (kind: Findable['kind'], name: string): Findable => ({
  key: name,
  kind,
  name,
  place: '',
  href: '/',
});
const all = [
  one('project', 'Autumn'),
  one('board', 'Menu cards'),
  one('frame', 'The menu'),
  one('pin', 'warmer'),
];
const names = (text: string) => find(all, text).map(({ name }) => name);

it('finds by any part of a name, those that begin with it first', () => {
  expect([names('MENU'), names('e m'), names('warm'), names('nothing')]).toEqual([
    ['Menu cards', 'The menu'],
    ['The menu'],
    ['warmer'],
    [],
  ]);
});

it('offers the boards while nothing is typed', () => {
  expect(names(' ')).toEqual(['Menu cards']);
});
