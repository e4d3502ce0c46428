import { type Capsule, furthestReach, reach } from './capsule.ts';

export type Band = { readonly top: number; readonly bottom: number };

/**
 * Of some shapes those that make their outline within a band, from left to right. What others cover over the
 * whole height of the band is left out: of a broad brush that is nearly all, since its discs lie over each
 * other by the hundred.
 */
export function outlineIn(shapes: readonly Capsule[], band: Band): readonly Capsule[] {
  const spans = shapes.filter(({ top, bottom }) => bottom > band.top && top < band.bottom);
  const inBand = spans.map((shape) => spanIn(shape, band)).sort((a, b) => a.left - b.left);
  const core = coverAll(inBand);
  return inBand
    .filter((span) => core.makers.has(span) || !isInside(span, core.ranges))
    .map(({ shape }) => shape);
}

type Range = { readonly left: number; readonly right: number };

/** What a shape touches anywhere in a band, and what it covers all through it; that may be nothing. */
type Span = Range & { readonly shape: Capsule; readonly inner: Range };

function spanIn(shape: Capsule, band: Band): Span {
  const { from, to, radius, top, bottom } = shape;
  if (top > band.top || bottom < band.bottom) {
    const [left, right] = [Math.min(from[0], to[0]) - radius, Math.max(from[0], to[0]) + radius];
    return { shape, left, right, inner: { left: Infinity, right: -Infinity } };
  }
  return {
    shape,
    left: -furthestReach(shape, band, -1),
    right: furthestReach(shape, band, 1),
    // Between two lines a convex shape is nowhere narrower than on one of them.
    inner: {
      left: -Math.min(reach(shape, band.top, -1), reach(shape, band.bottom, -1)),
      right: Math.min(reach(shape, band.top, 1), reach(shape, band.bottom, 1)),
    },
  };
}

type Core = {
  /** From left to right, apart from each other. */
  readonly ranges: readonly Range[];
  /** The few that cover them. They stay, or shapes that cover each other would all be left out. */
  readonly makers: ReadonlySet<Span>;
};

/** All that is covered through the whole band, by as few as do: always the one that goes on furthest. */
function coverAll(spans: readonly Span[]): Core {
  const covering = spans
    .filter(({ inner }) => inner.left < inner.right)
    .sort((a, b) => a.inner.left - b.inner.left);
  const ranges: Range[] = [];
  const makers = new Set<Span>();
  for (let i = 0; i < covering.length; ) {
    let next = covering[i];
    const left = next?.inner.left ?? 0;
    let right = left;
    while (next) {
      makers.add(next);
      right = next.inner.right;
      next = undefined;
      for (; i < covering.length; i += 1) {
        const span = covering[i];
        if (!span || span.inner.left > right) break;
        if (span.inner.right > (next?.inner.right ?? right)) next = span;
      }
    }
    ranges.push({ left, right });
  }
  return { ranges, makers };
}

function isInside({ left, right }: Range, ranges: readonly Range[]): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.right ?? 0) < right) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.left <= left && range.right >= right;
}
