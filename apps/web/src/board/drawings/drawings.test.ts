import { describe, expect, it } from 'vitest';
import type { Edit, Frame } from '../../data/types.ts';
import { billedSays } from './billedSays.ts';
import { nameOfDrawing } from './nameOfDrawing.ts';
import { sizeSays } from './sizeSays.ts';

const region = { pixels: 1_000_000, seconds: 16, usd: 0.044 };
const at = '2026-11-26T00:00:00.000Z';

function anEdit(usd: number | null, startedAt: string | null) {
  const cost = usd === null ? null : { ...region, usd };
  return { cost, timings: { startedAt }, estimate: { region, frame: region } } as Edit;
}

describe('a picture that was not drawn', () => {
  it('that was never begun has cost nothing', () => {
    expect(billedSays(anEdit(null, null))).toBe('Billed: $0.00.');
  });

  it('says what was billed, where that is known', () => {
    expect(billedSays(anEdit(0.039, at))).toBe('Billed: $0.039.');
    expect(billedSays(anEdit(0, at))).toBe('Billed: $0.00.');
  });

  it('that was begun may be billed as estimated, and is counted so', () => {
    expect(billedSays(anEdit(null, at))).toBe('May be billed: up to $0.044; it counts so.');
  });
});

function aFrame(provenance: NonNullable<Frame['drawing']>['provenance']) {
  const drawing = { editId: 'e', prompt: 'a field', aspect: '16:9', engine: 'gemini', provenance };
  const master = { digest: '0', size: { width: 1344, height: 768 }, depth: 8, channels: 3, profile: null };
  return { drawing, master };
}

describe('the size of a drawn picture', () => {
  it('is said alone where it came as it was asked for, or nobody told', () => {
    expect(sizeSays(aFrame({ returnedWidth: 1344, returnedHeight: 768 }))).toBe('1344 × 768');
    expect(sizeSays(aFrame(null))).toBe('1344 × 768');
    expect(sizeSays({ ...aFrame(null), master: null })).toBeNull();
  });

  it('tells of another that a service chose, and what was done about it', () => {
    expect(sizeSays(aFrame({ returnedWidth: 700, returnedHeight: 900 }))).toBe(
      'asked 1344 × 768, came 700 × 900, cut to fit',
    );
    expect(sizeSays(aFrame({ returnedWidth: 2688, returnedHeight: 1536 }))).toBe(
      'asked 1344 × 768, came 2688 × 1536, scaled to fit',
    );
  });
});

it('a frame is named by the beginning of its words, and none of them is cut', () => {
  expect(nameOfDrawing('  A bowl\nof figs ')).toBe('A bowl of figs');
  const long = 'A harbour at dusk with fishing boats, seen from above the town';
  expect(nameOfDrawing(long)).toBe('A harbour at dusk with fishing boats, seen from above the…');
  expect(nameOfDrawing('x'.repeat(80))).toBe(`${'x'.repeat(60)}…`);
});
