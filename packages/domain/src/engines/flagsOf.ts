import { type FlagCode, flags } from './flags.ts';

type Figures = Readonly<Partial<Record<string, number>>>;

/** Those that a candidate's figures warn of. */
export function flagsOf(figures: Figures): readonly FlagCode[] {
  return codes.filter((code) => shareOf(code, figures) > 1);
}

/** The warning that a candidate is nearest to, or deepest in, and how much of its threshold is taken up. */
export function worstOf(figures: Figures): { readonly code: FlagCode; readonly share: number } {
  return codes
    .map((code) => ({ code, share: shareOf(code, figures) }))
    .reduce((worst, one) => (one.share > worst.share ? one : worst));
}

function shareOf(code: FlagCode, figures: Figures): number {
  const { figure, above } = flags[code];
  return (figures[figure] ?? 0) / above;
}

const codes = Object.keys(flags) as FlagCode[];
