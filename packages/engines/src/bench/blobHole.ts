import type { Random } from '../random.ts';
import type { MaskPlane } from './raster.ts';

/** Kept between hole and border: every filler has to have something on all sides. */
const marginPx = 24;
const waves = 5;

/** A lump with a wavy rim, `share` of the crop's pixels, somewhere inside it. */
export function blobHole(width: number, height: number, share: number, random: Random): MaskPlane {
  const rim = wavyRim(random);
  const area = areaOf(rim);
  const radius = Math.sqrt((share * width * height) / area);
  const most = Math.max(...rim) * radius;
  const centre = (length: number): number => {
    const room = Math.max(0, length - 2 * (most + marginPx));
    return length / 2 + (random() - 0.5) * room;
  };
  const [cx, cy] = [centre(width), centre(height)];
  const data = new Uint8Array(width * height);
  for (let y = marginPx; y < height - marginPx; y++) {
    for (let x = marginPx; x < width - marginPx; x++) {
      const angle = (Math.atan2(y - cy, x - cx) / (2 * Math.PI) + 1) % 1;
      const reach = radius * (rim[Math.floor(angle * rim.length)] ?? 0);
      if (Math.hypot(x - cx, y - cy) < reach) data[y * width + x] = 255;
    }
  }
  return { width, height, data };
}

/** The rim's distance from the middle over one turn, about 1. */
function wavyRim(random: Random): Float64Array {
  const terms = Array.from({ length: waves }, (_, k) => ({
    turns: k + 1,
    high: (0.35 * random()) / (k + 1),
    at: 2 * Math.PI * random(),
  }));
  return Float64Array.from({ length: 720 }, (_, i) =>
    terms.reduce(
      (sum, { turns, high, at }) => sum + high * Math.cos((turns * 2 * Math.PI * i) / 720 + at),
      1,
    ),
  );
}

function areaOf(rim: Float64Array): number {
  return rim.reduce((sum, r) => sum + (r * r * Math.PI) / rim.length, 0);
}
