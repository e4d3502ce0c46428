import type { Actor } from '@pinpaint/actions';
import { expect, it } from 'vitest';
import { countReaders } from './readers.ts';

const guest = (guestId: string) => ({ kind: 'guest', guestId }) as Actor;

it('lets somebody listen in twenty places, and in another once one has ended', () => {
  const readers = countReaders();
  const leave = Array.from({ length: 20 }, () => readers.enter(guest('a')));
  expect(() => readers.enter(guest('a'))).toThrow('events.too-many-readers');
  readers.enter(guest('b'));
  leave[0]?.();
  leave[0]?.();
  readers.enter(guest('a'));
  expect(() => readers.enter(guest('a'))).toThrow('events.too-many-readers');
});
