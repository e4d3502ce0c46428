import { describe, expect, it } from 'vitest';
import { iccOf } from '../testPictures.ts';
import { readProfile } from './readProfile.ts';
import { readToneCurve } from './toneCurve.ts';

it('reads name and space of a working space', async () => {
  const [p3, srgb] = [readProfile(await iccOf('p3')), readProfile(await iccOf('srgb'))];
  expect(p3).toMatchObject({ ok: true, value: { isSrgb: false, name: expect.stringMatching(/P3/) } });
  expect(srgb).toMatchObject({ ok: true, value: { isSrgb: true, name: expect.stringMatching(/sRGB/) } });
});

it('refuses profiles for print and for grey, and what is none', async () => {
  const unsupported = { ok: false, error: { code: 'picture.unsupported-profile' } };
  expect(readProfile(await iccOf('cmyk'))).toEqual(unsupported);
  expect(readProfile(new Uint8Array(0))).toEqual(unsupported);
  expect(readProfile(new Uint8Array(5000).fill(0xff))).toEqual(unsupported);
  const grey = await iccOf('p3');
  grey.set(new TextEncoder().encode('GRAY'), 16);
  expect(readProfile(grey)).toEqual({ ok: false, error: { code: 'picture.grey-profile' } });
});

it('survives a profile with any byte wrong', async () => {
  const icc = await iccOf('p3');
  for (let i = 0; i < icc.length; i += 1) {
    const damaged = icc.slice();
    damaged[i] = (damaged[i] ?? 0) ^ 0xff;
    expect(typeof readProfile(damaged).ok).toBe('boolean');
    expect(typeof readProfile(icc.slice(0, i)).ok).toBe('boolean');
  }
});

describe('a tone curve', () => {
  it.each([
    ['nothing', curv([]), 0.25],
    ['a gamma', curv([512]), 0.0625],
    ['samples', curv([0, 0, 32768, 65535]), 0],
    ['form 0', parametric(0, [2]), 0.0625],
    ['form 1', parametric(1, [2, 2, -0.25]), 0.0625],
    ['form 2', parametric(2, [2, 2, -0.25, 0.25]), 0.3125],
    ['form 3', parametric(3, [2, 1, 0, 0.5, 0.5]), 0.125],
    ['form 4', parametric(4, [2, 1, 0, 0.5, 0.5, 0.1, 0.1]), 0.225],
  ])('told by %s', (_, element, wanted) => {
    expect(readToneCurve(element)?.(0.25)).toBeCloseTo(wanted, 4);
  });

  it.each([
    ['falls', curv([65535, 0])],
    ['stays at black', curv([0, 0])],
    ['ends too early', new DataView(curv([0, 1, 2]).buffer, 0, 14)],
    ['is of an unknown form', parametric(5, [1])],
    ['is of another kind', new DataView(new ArrayBuffer(40))],
  ])('that %s is none', (_, element) => {
    expect(readToneCurve(element)).toBeNull();
  });
});

function curv(samples: number[]): DataView {
  const view = new DataView(new ArrayBuffer(12 + samples.length * 2));
  view.setUint32(0, 0x63757276);
  view.setUint32(8, samples.length);
  samples.forEach((sample, i) => {
    view.setUint16(12 + i * 2, sample);
  });
  return view;
}

function parametric(form: number, parameters: number[]): DataView {
  const view = new DataView(new ArrayBuffer(12 + parameters.length * 4));
  view.setUint32(0, 0x70617261);
  view.setUint16(8, form);
  parameters.forEach((parameter, i) => {
    view.setInt32(12 + i * 4, Math.round(parameter * 65536));
  });
  return view;
}
