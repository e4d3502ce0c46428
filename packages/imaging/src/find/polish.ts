import {
  compose,
  type Homography,
  inflateRect,
  invert,
  mapPoint,
  type PixelRect,
  spreadOver,
} from '@pinpaint/domain';
import type CV from '@techstark/opencv-js';
import { correlate } from './correlate.ts';
import type { Place, Views } from './findPlace.ts';
import { sampleGrey } from './greyView.ts';
import { homographyOf } from './homographyOf.ts';
import { withMats } from './withMats.ts';

/** Samples along the longer side; and how far, in samples, a place may be off. */
const [across, marginPx] = [320, 16];
const [turns, enough, blurPx] = [60, 1e-5, 5];

/**
 * A perspective hangs on few features near a region's corners. From a place that is nearly right, the whole look
 * of the region says where its corners are (ECC, Evangelidis 2008). The place as it was where that does no better.
 */
export function polish(
  cv: typeof CV,
  views: Views,
  { place, ring }: { readonly place: Place; readonly ring: PixelRect },
): Place {
  if (place.model !== 'homography') return place;
  const matrix = moveBy(cv, views, { place, ring });
  if (!matrix) return place;
  const polished = correlate(views, matrix, ring);
  return polished.correlation > place.correlation ? { ...place, ...polished, matrix } : place;
}

function moveBy(
  cv: typeof CV,
  { source, target }: Views,
  { place, ring }: { readonly place: Place; readonly ring: PixelRect },
): Homography | null {
  const pixelPx = Math.max(ring.width, ring.height) / across;
  const wide = inflateRect(ring, Math.round(marginPx * pixelPx));
  const own = warped(source, ring, { pixelPx, h: [1, 0, 0, 0, 1, 0, 0, 0, 1] });
  const other = warped(target, wide, { pixelPx, h: place.matrix });
  if (!own || !other) return null;
  const margin = (ring.x - wide.x) / pixelPx;
  const way = align(cv, own, { other, margin });
  const back = invert(own.toFrame);
  return way && back && compose(place.matrix, compose(other.toFrame, compose(way, back)));
}

type Warped = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly toFrame: Homography;
};

/** What a view shows where a map takes a rectangle; its mean where it shows nothing. */
function warped(
  view: Views['source'],
  rect: PixelRect,
  { pixelPx, h }: { readonly pixelPx: number; readonly h: Homography },
): Warped | null {
  const size = { width: Math.round(rect.width / pixelPx), height: Math.round(rect.height / pixelPx) };
  const toFrame = spreadOver(rect, size);
  const fromFrame = invert(view.toFrame);
  if (!fromFrame) return null;
  const way = compose(fromFrame, compose(h, toFrame));
  const data = new Uint8Array(size.width * size.height).map((_, i) => {
    const at = mapPoint(way, [(i % size.width) + 0.5, Math.floor(i / size.width) + 0.5]);
    const value = at ? sampleGrey(view, at[0], at[1]) : Number.NaN;
    return Number.isNaN(value) ? 128 : value + 0.5;
  });
  return { ...size, data, toFrame };
}

/** OpenCV counts from samples' centres, and throws where it comes to nothing. */
function align(
  cv: typeof CV,
  own: Warped,
  { other, margin }: { readonly other: Warped; readonly margin: number },
): Homography | null {
  return withMats((keep) => {
    const matOf = ({ width, height, data }: Warped) => keep(cv.matFromArray(height, width, cv.CV_8UC1, data));
    const start = [1, 0, margin, 0, 1, margin, 0, 0, 1];
    const warp = keep(cv.matFromArray(3, 3, cv.CV_32F, start));
    const criteria = new cv.TermCriteria(cv.TermCriteria_COUNT + cv.TermCriteria_EPS, turns, enough);
    try {
      cv.findTransformECC(
        matOf(own),
        matOf(other),
        warp,
        motionHomography,
        criteria,
        keep(new cv.Mat()),
        blurPx,
      );
    } catch {
      return null;
    }
    const way = homographyOf(warp.data32F);
    return way && compose([1, 0, 0.5, 0, 1, 0.5, 0, 0, 1], compose(way, [1, 0, -0.5, 0, 1, -0.5, 0, 0, 1]));
  });
}

/** OpenCV's MOTION_HOMOGRAPHY, which the build in WebAssembly has no name for. */
const motionHomography = 3;
