import { knownEngine, placeInCatalogue } from './knownEngine.ts';
import { usdText } from './usdText.ts';

/** What one engine would take for a wish here. */
export type Offer = { readonly name: string; readonly usd: number; readonly seconds: number };

/** Who wants an engine that is not the first: a person, or an edit that this one repeats, here or in another frame. */
export type WantedBy = 'by-hand' | 'as-before' | 'as-carried';

/**
 * Why this engine: it is the only one that can, the first in order, or it was wanted. `other` is what it was
 * preferred to (where it was wanted: what would have been taken), and `by` is what sets it before or behind that.
 */
export type Choice =
  | { readonly reason: 'only'; readonly other: null; readonly by: null }
  | { readonly reason: 'first' | WantedBy; readonly other: Offer; readonly by: 'usd' | 'order' };

/**
 * The cheapest first; of equal price as the catalogue has them, then by name. How long they took lately tells people
 * what to expect and decides nothing: the same note takes the same engine tomorrow.
 */
export function inOrderOfChoice<T extends Offer>(offers: readonly T[]): readonly T[] {
  return offers.toSorted(
    (a, b) =>
      a.usd - b.usd ||
      placeInCatalogue(a.name) - placeInCatalogue(b.name) ||
      (a.name < b.name ? -1 : Number(a.name > b.name)),
  );
}

/** @param offers in order of choice, the taken one among them */
export function explainChoice(
  offers: readonly Offer[],
  taken: Offer,
  wantedBy: WantedBy = 'by-hand',
): Choice {
  const [first, second] = offers;
  const isFirst = first?.name === taken.name;
  const other = isFirst ? second : first;
  if (!other) return { reason: 'only', other: null, by: null };
  const { name, usd, seconds } = other;
  const by = taken.usd === usd ? 'order' : 'usd';
  return { reason: isFirst ? 'first' : wantedBy, other: { name, usd, seconds }, by };
}

/** In one line, for everywhere but the screens. */
export function choiceText({ reason, other, by }: Choice): string {
  if (reason === 'only') return 'The only one connected that can';
  const said = reason === 'first' ? firstText[by] : wantedText[reason];
  return `${said}; ${knownEngine(other.name).title} would ${wouldText(other, by)}`;
}

const firstText = {
  usd: 'Cheapest that can',
  order: 'First in order at this price',
} as const satisfies Record<'usd' | 'order', string>;

const wantedText = {
  'by-hand': 'Chosen by hand',
  'as-before': 'As in the edit it repeats',
  'as-carried': 'As in the frame it was carried from',
} as const satisfies Record<WantedBy, string>;

function wouldText({ usd, seconds }: Offer, by: 'usd' | 'order'): string {
  if (by === 'order') return `take about ${Number(seconds.toPrecision(2))} s`;
  return usd === 0 ? 'be free' : `be ${usdText(usd)}`;
}
