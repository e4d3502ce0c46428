import { pixelRole, type RolePlane } from '../pixelRole.ts';

/**
 * A side on which a picture grows, as lines along it counted outwards: first what is known, then what is new.
 * A pixel lies at `first + line · lineStep + at · step`.
 */
export type Side = {
  readonly first: number;
  readonly lineStep: number;
  readonly step: number;
  /** Pixels in a line. */
  readonly length: number;
  readonly known: number;
  readonly grown: number;
  /** For each known line 1 where all of it may be copied. */
  readonly whole: Uint8Array;
};

/**
 * The sides of a picture that grows along one axis only and lacks nothing else; null: of any other. A line that a
 * lock or a gap reaches into is known, but not whole.
 */
export function growingSides(plane: RolePlane): readonly Side[] | null {
  const { width, height, roles } = plane;
  const across = sidesAlong(plane, { count: width, length: height, lineStep: 1, step: width });
  const sides =
    across.length > 0
      ? across
      : sidesAlong(plane, { count: height, length: width, lineStep: width, step: 1 });
  let missing = 0;
  for (const role of roles) if (role === pixelRole.hole) missing++;
  const grown = sides.reduce((sum, side) => sum + side.grown * side.length, 0);
  return grown > 0 && grown === missing ? sides : null;
}

type Axis = {
  readonly count: number;
  readonly length: number;
  readonly lineStep: number;
  readonly step: number;
};

function sidesAlong({ roles }: RolePlane, { count, length, lineStep, step }: Axis): readonly Side[] {
  const isNew = (index: number): boolean => isAll(index, pixelRole.hole);
  let from = 0;
  while (from < count && isNew(from)) from++;
  let to = count;
  while (to > from && isNew(to - 1)) to--;
  const known = to - from;
  if (known === 0) return [];
  const line = { step, length, known };
  const whole = Uint8Array.from({ length: known }, (_, i) => (isAll(from + i, pixelRole.source) ? 1 : 0));
  return [
    { ...line, first: (to - 1) * lineStep, lineStep: -lineStep, grown: from, whole: whole.toReversed() },
    { ...line, first: from * lineStep, lineStep, grown: count - to, whole },
  ].filter(({ grown }) => grown > 0);

  function isAll(index: number, role: number): boolean {
    for (let at = 0; at < length; at++) if (roles[index * lineStep + at * step] !== role) return false;
    return true;
  }
}
