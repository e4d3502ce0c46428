import { type PixelRect, type Region, rectOfSize } from '@pinpaint/domain';
import {
  alphaOver,
  type Contour,
  type Plane,
  permittedAlpha,
  rasterise,
  traceContours,
} from '@pinpaint/imaging';

export type MaskWish = {
  readonly region: Region;
  readonly locks: readonly Region[];
  readonly bounds: PixelRect;
  readonly growPx: number | null;
  readonly featherPx: number | null;
};

/** What may change, to be looked at. */
export type Mask = {
  /** In frame space. */
  readonly rect: PixelRect;
  /** RGBA with straight alpha, `size` pixels over `rect`: the band that grow and feather make, and what lies inside of it. */
  readonly band: Uint8ClampedArray<ArrayBuffer>;
  readonly wash: Uint8ClampedArray<ArrayBuffer>;
  readonly size: { readonly width: number; readonly height: number };
  /** In frame space, where half of the change is permitted. */
  readonly contours: readonly Contour[];
};

/** Enough for any screen; a line between two samples is drawn smoothly. */
const longestSide = 1_024;
const accent = [255, 216, 74] as const;
const [bandAlpha, washAlpha] = [128, 107];

/** The very alpha that the server will permit, since it is made by the same code; null when nothing may change. */
export function maskOf({ region, locks, bounds, growPx, featherPx }: MaskWish): Mask | null {
  const alpha = permittedAlpha({
    region,
    locks,
    bounds,
    ...(growPx === null ? {} : { growPx }),
    ...(featherPx === null ? {} : { featherPx }),
  });
  if (!alpha) return null;
  const { rect } = alpha;
  const own = region.kind === 'none' ? alpha : alphaOver(rasterise(region, rect), rect);
  const step = Math.max(1, Math.ceil(Math.max(rect.width, rect.height) / longestSide));
  const permitted = thin(alpha.data, rect, step);
  const inside = thin(own.data, rect, step);
  return {
    rect: { ...rect, width: permitted.width * step, height: permitted.height * step },
    size: { width: permitted.width, height: permitted.height },
    band: paint(permitted, (i) => isBand(permitted.data[i] ?? 0, inside.data[i] ?? 0), bandAlpha),
    wash: paint(permitted, (i) => permitted.data[i] === 255 && inside.data[i] !== 0, washAlpha),
    contours: traceContours(permitted, 128).map((contour) =>
      contour.map((n, i) => (i % 2 === 0 ? rect.x : rect.y) + n * step),
    ),
  };
}

/** Partly permitted, or only because it was grown. */
function isBand(permitted: number, inside: number): boolean {
  return permitted > 0 && (permitted < 255 || inside === 0);
}

function thin(data: Uint8Array, { width, height }: PixelRect, step: number): Plane {
  if (step === 1) return { ...rectOfSize({ width, height }), data };
  const size = { width: Math.ceil(width / step), height: Math.ceil(height / step) };
  const thinned = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      thinned[y * size.width + x] = data[y * step * width + x * step] ?? 0;
    }
  }
  return { ...size, data: thinned };
}

function paint({ width, height }: Plane, isPainted: (i: number) => boolean, alpha: number) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i += 1) if (isPainted(i)) rgba.set([...accent, alpha], i * 4);
  return rgba;
}
