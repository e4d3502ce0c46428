export type Plane = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Closed; x and y in turn, in the plane's samples, whose centres lie on halves. */
export type Contour = readonly number[];

/** Corners set, as bits: top left 8, top right 4, bottom right 2, bottom left 1. Ways from side to side, the inside on the left. */
const ways: readonly (readonly (readonly [from: Side, to: Side])[])[] = [
  [],
  [['bottom', 'left']],
  [['right', 'bottom']],
  [['right', 'left']],
  [['top', 'right']],
  [
    ['top', 'right'],
    ['bottom', 'left'],
  ],
  [['top', 'bottom']],
  [['top', 'left']],
  [['left', 'top']],
  [['bottom', 'top']],
  [
    ['left', 'top'],
    ['right', 'bottom'],
  ],
  [['right', 'top']],
  [['left', 'right']],
  [['bottom', 'right']],
  [['left', 'bottom']],
  [],
];
type Side = 'top' | 'right' | 'bottom' | 'left';

/** Where a plane crosses a level, by marching squares (Lorensen and Cline 1987, in two dimensions). Outside it is 0. */
export function traceContours(plane: Plane, level: number): Contour[] {
  const next = linkSides(plane, level);
  const contours: Contour[] = [];
  for (const start of next.keys()) {
    const contour: number[] = [];
    for (let side: number | undefined = start; side !== undefined; ) {
      contour.push(...crossingOf(plane, level, side));
      const to: number | undefined = next.get(side);
      next.delete(side);
      side = to === start ? undefined : to;
    }
    contours.push(contour);
  }
  return contours;
}

/** From each crossed side of a cell to the next one. A side is its first corner's index, twice, and one more when it goes down. */
function linkSides(plane: Plane, level: number): Map<number, number> {
  const next = new Map<number, number>();
  const columns = plane.width + 2;
  for (let y = -1; y < plane.height; y += 1) {
    for (let x = -1; x < plane.width; x += 1) {
      const corners =
        (at(plane, x, y) >= level ? 8 : 0) +
        (at(plane, x + 1, y) >= level ? 4 : 0) +
        (at(plane, x + 1, y + 1) >= level ? 2 : 0) +
        (at(plane, x, y + 1) >= level ? 1 : 0);
      if (corners === 0 || corners === 15) continue;
      const corner = ((y + 1) * columns + x + 1) * 2;
      const sides = { top: corner, left: corner + 1, right: corner + 3, bottom: corner + columns * 2 };
      for (const [from, to] of ways[corners] ?? []) next.set(sides[from], sides[to]);
    }
  }
  return next;
}

/** Between two samples, as far as the level lies between them. */
function crossingOf(plane: Plane, level: number, side: number): [x: number, y: number] {
  const columns = plane.width + 2;
  const corner = side >> 1;
  const [x, y] = [(corner % columns) - 1, Math.floor(corner / columns) - 1];
  const goesDown = side % 2 === 1;
  const from = at(plane, x, y);
  const to = goesDown ? at(plane, x, y + 1) : at(plane, x + 1, y);
  const share = (level - from) / (to - from);
  return goesDown ? [x + 0.5, y + 0.5 + share] : [x + 0.5 + share, y + 0.5];
}

function at({ width, height, data }: Plane, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[y * width + x] ?? 0);
}
