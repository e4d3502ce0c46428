import { expect, test } from 'vitest';
import type { PinEstimate, Worker } from '../../data/types.ts';
import { engineRows } from './engineRows.ts';

const cost = { pixels: 1, seconds: 1, usd: 0.2, spread: null };

test('a hosted engine is shown as hosted and by its human name, listed or not; one’s own by its machine', () => {
  const names = ['gemini-3-pro-image-2k', 'gemini-9-flash-image', 'migan'];
  const engines = names.map((name) => ({ name, region: cost, frame: cost }));
  const estimate = { engines } as unknown as PinEstimate;
  const workers = [{ name: 'vm', engines }] as unknown as readonly Worker[];
  const rows = engineRows({ estimate, workers, edits: [] });
  expect(rows.map(({ title, says }) => [title, says])).toEqual([
    ['Nano Banana Pro, 2K', 'Hosted'],
    ['Gemini 9 flash image', 'Hosted'],
    ['migan', 'vm'],
  ]);
});
