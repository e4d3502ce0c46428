import { expect, it } from 'vitest';
import { describeFinding, describeReport } from './describe.ts';

const frame = { frameId: 'f', number: 2, name: 'Bowl', edit: null };

it('says how a place was found, or why it was left out', () => {
  const place = { way: 'features', model: 'homography', figures: { correlation: 0.994 } };
  expect(describeFinding({ ...frame, state: 'found', reason: null, place })).toBe(
    '2 Bowl: found by features, homography, 99 % alike',
  );
  const lost = { ...frame, state: 'left_out', reason: 'series.ambiguous', place: null };
  expect(describeFinding(lost)).toBe('2 Bowl: left out, series.ambiguous');
});

it('says of each frame what has changed outside, and how far the results differ', () => {
  const measured = { before: { deltaE: 11.49, ssim: 0.96 }, after: { deltaE: 2.13, ssim: 0.978 } };
  const made = {
    number: 2,
    name: 'Bowl',
    edit: { state: 'proposed' },
    proof: { changedOutside: 0 },
    measured,
  };
  const none = { number: 3, name: 'Meadow', edit: null, proof: null, measured: null };
  expect(describeReport({ frames: [made, none] })).toEqual([
    '2 Bowl: proposed, 0 changed outside, ΔE 11.5 → 2.1, SSIM 0.978',
  ]);
});
