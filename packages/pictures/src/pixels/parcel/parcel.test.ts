import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerLimit, encodeAnswer, encodeRequest, readAnswer, readRequest } from './index.ts';
import { decodeParcel, encodeParcel } from './parcel.ts';

const bytes = fc.uint8Array({ maxLength: 40 }).map((plain) => new Uint8Array(plain));

describe('a parcel', () => {
  test('comes out as it went in', () => {
    const parts = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 8 }), bytes), {
      maxLength: 16,
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(fc.jsonValue(), parts, (meta, given) => {
        const read = decodeParcel(encodeParcel(meta, given));
        expect(read.ok && [...read.value.parts]).toEqual(given.map(([name, part]) => [name, part]));
        expect(JSON.stringify(read.ok && read.value.meta)).toBe(JSON.stringify(meta));
      }),
    );
  });

  test('that was cut, lengthened or is anything else is refused, and never throws', () => {
    const whole = encodeParcel({ a: 1 }, [['one', new Uint8Array(11)]]);
    for (let end = 0; end < whole.length; end += 1)
      expect(decodeParcel(whole.subarray(0, end)).ok).toBe(false);
    expect(decodeParcel(new Uint8Array([...whole, 0])).ok).toBe(false);
    fc.assert(fc.property(bytes, (noise) => !decodeParcel(noise).ok));
  });

  test('is read from the middle of a buffer too, wherever that begins', () => {
    const whole = encodeParcel(null, [['one', Uint8Array.of(1, 2, 3)]]);
    const shifted = new Uint8Array(whole.length + 3);
    shifted.set(whole, 3);
    expect(decodeParcel(shifted.subarray(3))).toEqual(decodeParcel(whole));
  });
});

const size = { width: 3, height: 2 };

test.each([8, 16] as const)('a request of %i bits is read as it was written, uniform planes too', (depth) => {
  const samples = Array.from({ length: 18 }, (_, i) => (depth === 8 ? i : i * 3000));
  const crop =
    depth === 8
      ? { ...size, depth, data: Uint8Array.from(samples) }
      : { ...size, depth, data: Uint16Array.from(samples) };
  const planes = {
    crop,
    permitted: Uint8Array.of(0, 1, 2, 3, 4, 5),
    region: new Uint8Array(6).fill(255),
    known: new Uint8Array(6).fill(255),
    locked: new Uint8Array(6),
  };
  expect(readRequest(encodeRequest(planes))).toEqual({ ok: true, value: planes });
  const reference = {
    crop: { width: 1, height: 2, depth: 8, data: Uint8Array.of(1, 2, 3, 4, 5, 6) },
    alpha: Uint8Array.of(9, 200),
  } as const;
  const shown = { ...planes, reference };
  expect(readRequest(encodeRequest(shown))).toEqual({ ok: true, value: shown });
});

test('an honest answer is never longer than its limit', () => {
  const patch = { ...size, depth: 8 as const, data: new Uint8Array(18) };
  const figures = Object.fromEntries(Array.from({ length: 32 }, (_, i) => [`figure${i}`, Math.PI]));
  const candidate = { patch, usedAlpha: new Uint8Array(6), seed: 2 ** 32 - 1, figures };
  const shape = { size, depth: 8 as const, variants: 4 };
  const parcel = encodeAnswer([candidate, candidate, candidate, candidate]);
  expect(parcel.length).toBeLessThanOrEqual(answerLimit(shape));
  expect(readAnswer(parcel, shape)).toMatchObject({
    ok: true,
    value: [candidate, candidate, candidate, candidate],
  });
});
