import { flags } from '@pinpaint/domain';
import type { Candidate } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { wholeNumber } from '../../ui/numbers.ts';

const figureNames = ['outside', 'seam', 'ghost', 'light'] as const;
export type FigureName = (typeof figureNames)[number];

export type Figure = {
  readonly name: FigureName;
  /** As it stands in the mark; "–" where it was not measured. */
  readonly shown: string;
  readonly isRisky: boolean;
  /** The whole of it, for the tooltip and for screen readers. */
  readonly says: string;
};

type Measured = Pick<Candidate, 'figures' | 'flags' | 'proof'>;

/** A candidate's four figures, always in the same places. */
export function figuresOf(candidate: Measured): readonly Figure[] {
  return figureNames.map((name) => figure(candidate, name));
}

/** How many warnings are about none of the four. */
export function otherWarnings({ flags: codes }: Measured): number {
  const own: readonly string[] = figureNames;
  return codes.filter((code) => !own.includes(flags[code].figure)).length;
}

/** 0 → A. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

function figure(candidate: Measured, name: FigureName): Figure {
  const { figures } = texts.edit;
  if (name === 'outside') return outside(candidate);
  const value = candidate.figures[name];
  if (value === undefined)
    return { name, shown: '–', isRisky: false, says: figures.none(figures.names[name]) };
  const shown = name === 'light' ? `${Math.round(value)}°` : short(value);
  const isRisky = candidate.flags.some((code) => flags[code].figure === name);
  const number = name === 'light' ? String(Math.round(value)) : shown;
  const said = figures[name](number);
  const why = figures[`${name}Why`];
  return { name, shown, isRisky, says: isRisky ? figures.risky(said, why) : figures.fine(said, why) };
}

function outside({ proof }: Measured): Figure {
  const { figures } = texts.edit;
  const count = proof.changedOutside + proof.changedInLocks;
  const says = figures.fine(figures.outside(wholeNumber(count)), figures.outsideWhy);
  return { name: 'outside', shown: wholeNumber(count), isRisky: count > 0, says };
}

/** 0, 0.6, 12 */
function short(value: number): string {
  if (Math.abs(value) < 0.05) return '0';
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
