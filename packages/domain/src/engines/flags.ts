/**
 * Warnings on a candidate. Each is a figure over a threshold; a flagged candidate is proposed,
 * never approved by itself. Thresholds are provisional until the figures' own benchmark replaces them.
 */
export const flags = {
  'seam.visible': { figure: 'seam', above: 2, says: 'The border of the edit may show.' },
  'ghost.remains': { figure: 'ghost', above: 0.35, says: 'Traces of what was removed may remain.' },
  'fill.uncertain': {
    figure: 'patchEnergy95',
    above: 400,
    says: 'Little in the picture fits here; look closely.',
  },
  'fill.disagrees': {
    figure: 'seedDisagreement',
    above: 18,
    says: 'Two tries came out differently; look closely.',
  },
  'thing.not-found': {
    figure: 'unmatched',
    above: 0.5,
    says: 'The thing meant was not clearly found in the region.',
  },
} as const;

export type FlagCode = keyof typeof flags;
