import type { FramePoint } from '@pinpaint/domain';
import { type ColourPlane, squaredApart } from './cutPicture.ts';

/** As a share of the plane's longer side: about what a finger or a pointer means. */
const discShare = 0.006;
const alikeShare = 0.2;
/** Squared, in the plane's colours: what still looks like the same surface. */
const alike = 0.06 ** 2;

export function markDisc(known: Uint8Array, plane: ColourPlane, [px, py]: FramePoint, as: number): void {
  const radius = Math.max(1, discShare * Math.max(plane.width, plane.height));
  for (let y = Math.max(0, Math.floor(py - radius)); y <= Math.min(plane.height - 1, py + radius); y += 1) {
    for (let x = Math.max(0, Math.floor(px - radius)); x <= Math.min(plane.width - 1, px + radius); x += 1) {
      if (Math.hypot(x + 0.5 - px, y + 0.5 - py) <= radius) known[y * plane.width + x] = as;
    }
  }
  known[Math.floor(py) * plane.width + Math.floor(px)] = as;
}

/** The disc, and what hangs together with it and looks like it: who takes a part off means all of that part. */
export function markAlike(known: Uint8Array, plane: ColourPlane, point: FramePoint, as: number): void {
  const { width, height, colours } = plane;
  const start = Math.floor(point[1]) * width + Math.floor(point[0]);
  const reach = alikeShare * Math.max(width, height);
  const seen = new Uint8Array(width * height);
  const stack = [start];
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (seen[i] === 1 || Math.hypot(x + 0.5 - point[0], y + 0.5 - point[1]) > reach) continue;
    seen[i] = 1;
    if (squaredApart(colours, start, i) > alike) continue;
    known[i] = as;
    if (x > 0) stack.push(i - 1);
    if (x < width - 1) stack.push(i + 1);
    if (y > 0) stack.push(i - width);
    if (y < height - 1) stack.push(i + width);
  }
  markDisc(known, plane, point, as);
}
