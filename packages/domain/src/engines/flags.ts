/**
 * Warnings on a candidate. Each is a figure over a threshold; a flagged candidate is proposed, never approved by
 * itself. docs/figures.md has the figures' definitions, and the table that the thresholds were chosen from:
 * `npm run bench -- figures`, 72 seeded holes whose truth is known, each also spoilt on purpose.
 */
export const flags = {
  'seam.visible': { figure: 'seam', above: 1.3 },
  'seam.contour': { figure: 'stretch', above: 2.5 },
  'ghost.remains': { figure: 'ghost', above: 0.25 },
  'rim.bleeds': { figure: 'rim', above: 0.08 },
  'fill.repeats': { figure: 'repetition', above: 0.3 },
  'fill.copies': { figure: 'copies', above: 0.05 },
  'light.turned': { figure: 'light', above: 90 },
  'lines.broken': { figure: 'breaks', above: 0.3 },
  'horizon.broken': { figure: 'horizon', above: 0.7 },
  'edge.cut': { figure: 'cut', above: 50 },
  'grain.differs': { figure: 'grain', above: 1 },
  'fill.soft': { figure: 'blur', above: 0.6 },
  // The two figures of a fill come from `heal`'s coarse solves (packages/engines/src/heal/figures.ts), whose weights
  // they follow: with other weights, other thresholds. Energy over two to four seeds: ≤ 3006 where the fill looks right
  // (patch-off, tree-off), ≥ 3331 where it doesn't (dog-off, spoon-off); disagreement ≤ 7.1 where it is right, 10.6
  // and more on wide-16x9, where a fill by patches goes wrong without any of them fitting badly.
  'fill.uncertain': { figure: 'patchEnergy95', above: 3150 },
  'fill.disagrees': { figure: 'seedDisagreement', above: 9 },
  // place's own: pixels of the frame per pixel of the artwork.
  'artwork.enlarged': { figure: 'enlargement', above: 1.5 },
  // Of what an artwork shows within the frame, the share that a region or a lock kept from being painted.
  'artwork.cut': { figure: 'cutAway', above: 0.005 },
  // grade's own: the share of the region in which the thing that the note names was not found.
  'thing.not-found': { figure: 'unmatched', above: 0.5 },
} as const;

export type FlagCode = keyof typeof flags;
