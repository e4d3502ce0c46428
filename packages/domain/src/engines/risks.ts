import type { Wish } from '../intent/intent.ts';

/**
 * What can go wrong with an edit, told from the picture before anything runs. Each is a figure over a threshold, for
 * the engines that it is a risk for; docs/figures.md has the definitions and the data the thresholds come from. A risky
 * edit is better done by hand: people are told and may run it, a policy may not.
 */
export const risks = {
  'risk.texture': { figure: 'texture', above: 7.5, engine: 'heal', kinds: ['remove'] },
  'risk.junction': { figure: 'looseEnds', above: 8, engine: 'heal', kinds: ['remove'] },
  'risk.perspective': { figure: 'perspective', above: 12, engine: 'heal', kinds: ['remove', 'extend'] },
  'risk.fisheye': { figure: 'fisheye', above: 0.3, engine: 'heal', kinds: ['remove', 'extend'] },
  'risk.little-left': { figure: 'holeOverRest', above: 1, engine: 'heal', kinds: ['remove'] },
  // Of 48 extends with known truth 33 of 36 above it were flagged afterwards, 8 of 12 up to .4: docs/figures.md.
  'risk.far-extend': { figure: 'growth', above: 0.5, engine: 'heal', kinds: ['extend'] },
  // The engine that turns light refuses below .35 explained (packages/engines/src/grade/turn/turnOf.ts).
  'risk.light-unclear': { figure: 'lightUnclear', above: 0.65, engine: 'grade', kinds: ['relight'] },
} as const;

export type RiskCode = keyof typeof risks;

/** Whether anything has to be looked at before this wish is run. */
export function mayBeRisky(wish: Wish): boolean {
  return codesFor(wish).length > 0;
}

/** @param foreseen figures by name; one that is missing is no risk */
export function risksOf(
  wish: Wish,
  engine: string,
  foreseen: Readonly<Record<string, number>>,
): readonly RiskCode[] {
  return codesFor(wish).filter(
    (code) => risks[code].engine === engine && (foreseen[risks[code].figure] ?? 0) > risks[code].above,
  );
}

function codesFor(wish: Wish): readonly RiskCode[] {
  // Warmer or darker needs no direction.
  if (wish.kind === 'relight' && !wish.lightFrom) return [];
  const removesToo = wish.kind === 'extend' && wish.removes === true;
  return (Object.keys(risks) as RiskCode[]).filter((code) => {
    const kinds: readonly Wish['kind'][] = risks[code].kinds;
    return kinds.includes(wish.kind) || (removesToo && kinds.includes('remove'));
  });
}
