import { pixelRole, type RolePlane } from './pixelRole.ts';

type Samples = {
  readonly samples: Uint8Array | Uint16Array;
  readonly channels: 3 | 4;
  readonly depth: 8 | 16;
};

/**
 * A plane and its colours made `scale` (≥ 1) times smaller. A cell with any hole in it is hole, and only
 * one made wholly of copyable pixels is copyable: what a coarse level finds is allowed at full size too.
 * Colours are means over the pixels the cell has outside the hole, so that what is removed tints nothing.
 */
export function shrink(
  plane: RolePlane,
  colours: Samples,
  scale: number,
): RolePlane & { readonly rgba: Uint8Array } {
  const width = Math.ceil(plane.width / scale);
  const height = Math.ceil(plane.height / scale);
  const roles = new Uint8Array(width * height);
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = cellOf(x, y, scale, plane);
      const at = y * width + x;
      roles[at] = roleOfCell(plane, cell);
      if (roles[at] === pixelRole.seen || roles[at] === pixelRole.source) {
        writeMean(rgba, at, plane, colours, cell);
      }
    }
  }
  return { width, height, roles, rgba };
}

/** Half-open, in pixels of the larger plane. */
type Cell = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function cellOf(x: number, y: number, scale: number, { width, height }: RolePlane): Cell {
  return {
    left: Math.floor(x * scale),
    top: Math.floor(y * scale),
    right: Math.min(width, Math.ceil((x + 1) * scale)),
    bottom: Math.min(height, Math.ceil((y + 1) * scale)),
  };
}

function roleOfCell({ width, roles }: RolePlane, { left, top, right, bottom }: Cell): number {
  let lowest: number = pixelRole.hole;
  for (let y = top; y < bottom; y++) {
    for (let at = y * width + left; at < y * width + right; at++) {
      const role = roles[at] ?? 0;
      if (role === pixelRole.hole) return pixelRole.hole;
      if (role < lowest) lowest = role;
    }
  }
  return lowest;
}

function writeMean(rgba: Uint8Array, to: number, { width }: RolePlane, colours: Samples, cell: Cell): void {
  const { samples, channels, depth } = colours;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let y = cell.top; y < cell.bottom; y++) {
    for (let x = cell.left; x < cell.right; x++) {
      const at = (y * width + x) * channels;
      red += samples[at] ?? 0;
      green += samples[at + 1] ?? 0;
      blue += samples[at + 2] ?? 0;
    }
  }
  const count = (cell.right - cell.left) * (cell.bottom - cell.top) * (depth === 16 ? 257 : 1);
  rgba[to * 4] = Math.round(red / count);
  rgba[to * 4 + 1] = Math.round(green / count);
  rgba[to * 4 + 2] = Math.round(blue / count);
}
