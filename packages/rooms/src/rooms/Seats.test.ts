import { expect, it } from 'vitest';
import { openAtMost } from '../sockets/countOpen.ts';
import { Seats } from './Seats.ts';

const guest = (readerId: string, boardId = 'board') => ({ readerId, studioId: 'studio', boardId });

it('a board counts once in its studio, until the last has left it', () => {
  const seats = new Seats({ studioSockets: 10, studioRooms: 1 });
  expect([seats.take(guest('a')), seats.take(guest('b'))]).toEqual([null, null]);
  expect(seats.take(guest('c', 'other'))).toBe('studioFull');
  seats.leave(guest('a'));
  expect(seats.take(guest('c', 'other'))).toBe('studioFull');
  seats.leave(guest('b'));
  expect(seats.take(guest('c', 'other'))).toBe(null);
});

it('who finds no seat takes none', () => {
  const seats = new Seats({ studioSockets: openAtMost, studioRooms: 1 });
  expect(seats.take(guest('a'))).toBe(null);
  for (let n = 0; n < openAtMost; n += 1) expect(seats.take(guest('b', 'other'))).toBe('studioFull');
  for (let n = 1; n < openAtMost; n += 1) expect(seats.take(guest('b'))).toBe(null);
  expect(seats.take(guest('c'))).toBe('studioFull');
});

it('a person has no more screens open than one may', () => {
  const seats = new Seats({ studioSockets: 100, studioRooms: 100 });
  for (let n = 0; n < openAtMost; n += 1) expect(seats.take(guest('a'))).toBe(null);
  expect([seats.take(guest('a')), seats.take(guest('b'))]).toEqual(['tooManySockets', null]);
});
