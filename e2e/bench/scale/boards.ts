import type { Random } from '../../../packages/engines/src/random.ts';

/** How many are on a board at once: mostly one or two, now and then a review, seldom a whole company. */
const sizes: readonly { readonly share: number; readonly from: number; readonly to: number }[] = [
  { share: 0.7, from: 1, to: 2 },
  { share: 0.22, from: 3, to: 6 },
  { share: 0.07, from: 7, to: 25 },
  { share: 0.009, from: 26, to: 150 },
  { share: 0.001, from: 151, to: 1_000 },
];

export function anySize(random: Random): number {
  let left = random();
  for (const { share, from, to } of sizes) {
    if (left < share) return from + Math.floor(random() * (to - from + 1));
    left -= share;
  }
  return 1;
}
