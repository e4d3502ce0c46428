import { expect, it } from 'vitest';
import { countReaders } from './readers.ts';

it('lets somebody listen in twenty places, and in another once one has ended', () => {
  const readers = countReaders();
  const leave = Array.from({ length: 20 }, () => readers.enter({ readerId: 'a' }));
  expect(() => readers.enter({ readerId: 'a' })).toThrow('events.too-many-readers');
  readers.enter({ readerId: 'b' });
  leave[0]?.();
  leave[0]?.();
  readers.enter({ readerId: 'a' });
  expect(() => readers.enter({ readerId: 'a' })).toThrow('events.too-many-readers');
});
