import { describe, expect, it } from 'vitest';
import { makePicture } from '../picture/picture.ts';
import { masterHeader } from './masterHeader.ts';
import { sampleBytes } from './sampleBytes.ts';

describe('what digests are taken of', () => {
  it('begins with one line that says what the samples are', () => {
    const format = { depth: 16, width: 3, channels: 4, height: 2 } as const;
    expect(new TextDecoder().decode(masterHeader(format, 'ab12'))).toBe(
      '{"width":3,"height":2,"depth":16,"channels":4,"profile":"ab12"}\n',
    );
    expect(new TextDecoder().decode(masterHeader(format, null))).toMatch(/"profile":null}\n$/);
  });

  it('goes on with the samples, the low byte first, without a copy', () => {
    const deep = makePicture({ width: 1, height: 1, channels: 3, depth: 16 });
    deep.data.set([0x0102, 0xff00, 7]);
    expect([...sampleBytes(deep)]).toEqual([0x02, 0x01, 0x00, 0xff, 7, 0]);
    expect(sampleBytes(deep).buffer).toBe(deep.data.buffer);
  });

  it('takes only the part of a shared buffer that is the picture', () => {
    const data = new Uint16Array([9, 1, 2, 3, 9]).subarray(1, 4);
    const bytes = sampleBytes({ width: 1, height: 1, channels: 3, depth: 16, data });
    expect([...bytes]).toEqual([1, 0, 2, 0, 3, 0]);
  });
});
