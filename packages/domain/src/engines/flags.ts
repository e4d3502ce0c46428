/**
 * Warnings on a candidate. Each is a figure over a threshold; a flagged candidate is proposed,
 * never approved by itself. Thresholds are provisional until the figures' own benchmark replaces them.
 */
export const flags = {
  'seam.visible': { figure: 'seam', above: 2, says: 'The border of the edit may show.' },
  'ghost.remains': { figure: 'ghost', above: 0.35, says: 'Traces of what was removed may remain.' },
  // The two figures of a fill come from `heal`'s coarse solves (packages/engines/src/heal/figures.ts), over three
  // seeds: energy ≤ 1111 where the fill looks right (patch-off, tree-off), ≥ 2024 where it doesn't (dog-off,
  // spoon-off); disagreement ≤ 7.6 where it is right, 12 on wide-16x9, which goes wrong without any patch
  // fitting badly.
  'fill.uncertain': {
    figure: 'patchEnergy95',
    above: 1500,
    says: 'Little in the picture fits here; look closely.',
  },
  'fill.disagrees': {
    figure: 'seedDisagreement',
    above: 9,
    says: 'Two tries came out differently; look closely.',
  },
  'thing.not-found': {
    figure: 'unmatched',
    above: 0.5,
    says: 'The thing meant was not clearly found in the region.',
  },
} as const;

export type FlagCode = keyof typeof flags;
