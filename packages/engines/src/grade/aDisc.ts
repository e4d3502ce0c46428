import type { Wish } from '@pinpaint/domain';
import { aRequest, mix, shareInCircle } from './aRequest.ts';

export const discSize = { width: 240, height: 200 };
const centre = { x: 118, y: 99 };
export const discRadius = 60;

export const toBlue = {
  kind: 'recolour',
  thing: 'the disc',
  from: { name: 'red', hex: '#ff0000' },
  to: { name: 'cobalt blue', hex: '#0047ab' },
} as const satisfies Wish;

/**
 * A shaded, glossy red disc on brown wood of nearly the same hue, with a known edge: made picture, made
 * region, and how much of each pixel truly is the disc, 0…1.
 */
export function aDisc({ regionRadius = discRadius + 9, wish = toBlue, ...options }: DiscOptions = {}) {
  const circle = { cx: centre.x, cy: centre.y, r: discRadius };
  const truth = new Float32Array(discSize.width * discSize.height).map((_, i) =>
    shareInCircle(i % discSize.width, Math.floor(i / discSize.width), circle),
  );
  const request = aRequest({
    ...discSize,
    ...options,
    wish,
    colourAt: (x, y) => mix(truth[y * discSize.width + x] ?? 0, discColour(x, y), woodColour(x, y)),
    region: { kind: 'ellipse', cx: centre.x, cy: centre.y, rx: regionRadius, ry: regionRadius },
  });
  return { request, truth };
}

type DiscOptions = {
  readonly regionRadius?: number;
  readonly depth?: 8 | 16;
  readonly wish?: Wish;
  readonly variants?: number;
};

/** Light falls off to the lower right; a highlight sits at the upper left. */
function discColour(x: number, y: number): readonly number[] {
  const light = 1.1 - 0.006 * (x - centre.x + y - centre.y);
  const gloss = 220 * Math.exp(-((x - 95) ** 2 + (y - 72) ** 2) / 60);
  return [172 * light + gloss, 42 * light + gloss, 18 * light + gloss];
}

function woodColour(x: number, y: number): readonly number[] {
  const noise = ((Math.imul(y * discSize.width + x + 1, 2654435761) >>> 20) & 15) - 8;
  const grain = 1 + 0.25 * Math.sin(0.9 * y + 3 * Math.sin(0.05 * x));
  return [150 * grain + noise, 84 * grain + noise, 46 * grain + noise];
}
