import { engineCatalogue } from './engineCatalogue.ts';
import { usdText } from './usdText.ts';

/** What one engine would take for a wish here. */
export type Offer = { readonly name: string; readonly usd: number; readonly seconds: number };

/**
 * Why this engine: it is the only one that can, the first in order, or somebody wanted it. `other` is what it was
 * preferred to (by hand: what would have been taken), and `by` is in what the two differ.
 */
export type Choice =
  | { readonly reason: 'only'; readonly other: null; readonly by: null }
  | { readonly reason: 'first' | 'by-hand'; readonly other: Offer; readonly by: 'usd' | 'seconds' | 'name' };

/** The cheapest first, of equal price the faster; by name in the end, so that every process takes the same one. */
export function inOrderOfChoice<T extends Offer>(offers: readonly T[]): readonly T[] {
  return offers.toSorted(
    (a, b) => a.usd - b.usd || a.seconds - b.seconds || (a.name < b.name ? -1 : Number(a.name > b.name)),
  );
}

/** @param offers in order of choice, the taken one among them */
export function explainChoice(offers: readonly Offer[], taken: Offer): Choice {
  const [first, second] = offers;
  const isFirst = first?.name === taken.name;
  const other = isFirst ? second : first;
  if (!other) return { reason: 'only', other: null, by: null };
  const by = taken.usd !== other.usd ? 'usd' : taken.seconds !== other.seconds ? 'seconds' : 'name';
  const { name, usd, seconds } = other;
  return { reason: isFirst ? 'first' : 'by-hand', other: { name, usd, seconds }, by };
}

/** In one line, for everywhere but the screens. */
export function choiceText({ reason, other, by }: Choice): string {
  if (reason === 'only') return 'The only one connected that can';
  const title = engineCatalogue.find(({ name }) => name === other.name)?.title ?? other.name;
  const said = reason === 'by-hand' ? 'Chosen by hand' : firstText[by];
  return `${said}; ${title} would ${wouldText(other, by)}`;
}

const firstText = {
  usd: 'Cheapest that can',
  seconds: 'Fastest at this price',
  name: 'First by name',
} as const satisfies Record<'usd' | 'seconds' | 'name', string>;

function wouldText({ usd, seconds }: Offer, by: 'usd' | 'seconds' | 'name'): string {
  if (by === 'name') return 'take the same';
  if (by === 'seconds') return `take about ${Number(seconds.toPrecision(2))} s`;
  return usd === 0 ? 'be free' : `be ${usdText(usd)}`;
}
