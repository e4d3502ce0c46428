import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonicalJson.ts';
import { sha256Hex } from './sha256Hex.ts';
import { type LayerContent, type VersionContent, versionDigest } from './versionDigest.ts';

const a64 = 'a'.repeat(64);
const b64 = 'b'.repeat(64);

function aLayer(change: Partial<LayerContent> = {}): LayerContent {
  return {
    patchDigest: a64,
    alphaDigest: b64,
    rect: { x: 1, y: 2, width: 3, height: 4 },
    opacity: 255,
    blend: 'normal',
    visible: true,
    ...change,
  };
}

function aContent(change: Partial<VersionContent> = {}): VersionContent {
  return {
    masterDigest: a64,
    bounds: { x: 0, y: 0, width: 10, height: 10 },
    profileDigest: null,
    layers: [aLayer(), aLayer({ patchDigest: b64, opacity: 128 })],
    ...change,
  };
}

describe('sha256Hex', () => {
  it('agrees with the standard', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(new Uint8Array())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});

describe('canonicalJson', () => {
  it('gives the text of the example in RFC 8785', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by code units, not by code points', () => {
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '1': 3, '\r': 4, é: 5 })).toBe(
      '{"\\r":4,"1":3,"é":5,"\u{1f600}":2,"\ufb33":1}',
    );
  });

  it('is the same after a round trip, whatever order the keys came in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: -0, a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":0}');
  });

  it.each([Number.NaN, Infinity, { a: [-Infinity] }, '\ud800', { '\udc00': 1 }])('refuses %s', (value) => {
    expect(() => canonicalJson(value as Json)).toThrow(TypeError);
  });

  it('refuses what JSON.stringify would drop without a word', () => {
    const holed: unknown = { kept: 1, dropped: undefined };
    expect(() => canonicalJson(holed as Json)).toThrow(TypeError);
  });
});

describe('versionDigest', () => {
  it('is the SHA-256 of the JSON with sorted keys, as any other program computes it', () => {
    expect(versionDigest(aContent())).toBe(
      '55a8fa8591b7e13c2f75b83496eaa6ac9d5be6593b97854c8bad3f97cac607a4',
    );
  });

  it('does not depend on the order or the number of an object’s fields', () => {
    const { layers, masterDigest, ...rest } = aContent();
    const reordered = { layers, note: 'x', ...rest, masterDigest };
    expect(versionDigest(reordered)).toBe(versionDigest(aContent()));
  });

  it.each<[string, VersionContent]>([
    ['the master', aContent({ masterDigest: b64 })],
    ['the bounds', aContent({ bounds: { x: 0, y: -1, width: 10, height: 10 } })],
    ['the profile', aContent({ profileDigest: a64 })],
    ['the order of layers', aContent({ layers: aContent().layers.toReversed() })],
    ['a layer more', aContent({ layers: [...aContent().layers, aLayer()] })],
    [
      'a patch',
      aContent({ layers: [aLayer({ patchDigest: b64 }), aLayer({ patchDigest: b64, opacity: 128 })] }),
    ],
    [
      'a layer hidden',
      aContent({ layers: [aLayer({ visible: false }), aLayer({ patchDigest: b64, opacity: 128 })] }),
    ],
    [
      'a layer moved',
      aContent({
        layers: [
          aLayer({ rect: { x: 2, y: 2, width: 3, height: 4 } }),
          aLayer({ patchDigest: b64, opacity: 128 }),
        ],
      }),
    ],
    [
      'an alpha',
      aContent({ layers: [aLayer({ alphaDigest: a64 }), aLayer({ patchDigest: b64, opacity: 128 })] }),
    ],
    [
      'an opacity',
      aContent({ layers: [aLayer({ opacity: 254 }), aLayer({ patchDigest: b64, opacity: 128 })] }),
    ],
  ])('changes with %s', (_, changed) => {
    expect(versionDigest(changed)).not.toBe(versionDigest(aContent()));
  });

  it.each([256, -1, 127.5, Number.NaN])('refuses an opacity of %s', (opacity) => {
    expect(() => versionDigest(aContent({ layers: [aLayer({ opacity })] }))).toThrow(RangeError);
  });
});
