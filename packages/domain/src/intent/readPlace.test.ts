import { describe, expect, it } from 'vitest';
import { confidentReading, readNote } from './readNote.ts';

const logo = { id: '1', name: 'Northwind mark', digest: 'a'.repeat(64) };
const label = { id: '2', name: 'Front label', digest: 'b'.repeat(64) };

function read(note: string, artworks = [logo, label]) {
  const { wish, confidence } = readNote(note, { artworks });
  if (wish?.kind !== 'place') return wish?.kind ?? null;
  return [wish.thing, wish.artwork?.name ?? null, confidence >= confidentReading];
}

describe('a note about an artwork that exists', () => {
  it.each([
    ['put our logo on the box', ['our logo on the box', null, true]],
    ['Please put the Northwind mark on the lid', ['the Northwind mark on the lid', 'Northwind mark', true]],
    ['add the front label to the tin', ['the front label to the tin', 'Front label', true]],
    ['swap the label for the real one', ['the real one', 'Front label', true]],
    ['put our mark here', ['our mark here', 'Northwind mark', true]],
    ['replace the label with our real label', ['our real label', 'Front label', true]],
    ['Replace the fake logo by the Northwind mark', ['the Northwind mark', 'Northwind mark', true]],
  ])('%s', (note, expected) => {
    expect(read(note)).toEqual(expected);
  });

  it.each([
    ['replace the logo with a cat', 'replace'],
    ['swap the mug for a real one', 'replace'],
    ['remove the Northwind mark', 'remove'],
    ['make the front label blue', 'recolour'],
  ])('is not meant by “%s”', (note, kind) => {
    expect(read(note)).toBe(kind);
  });

  it('means the only artwork there is', () => {
    expect(read('put our logo on the box', [logo])).toEqual(['our logo on the box', 'Northwind mark', true]);
  });

  it('means none of several that it does not name', () => {
    expect(read('put our logo on the box')).toEqual(['our logo on the box', null, true]);
  });
});
