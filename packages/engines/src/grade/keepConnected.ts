import { distanceField } from '@pinpaint/imaging';
import type { Look } from './look.ts';
import { piecesOf, sumOver } from './pieces.ts';

/** Pieces smaller than this share of the largest one are specks of something else. */
const speck = 0.004;
/** In look pixels; a thing smaller than this can't be told from noise. */
const leastPixels = 12;
/** Specks this near, in look pixels, are the thing's own, cut off by a highlight or a crack. */
const nearPx = 5;
const leastClose = 3;

/**
 * The piece of the thing that fills most of the region, and what else of its colour lies mostly inside the
 * region. A piece that mostly lies outside is a neighbour of the same colour.
 *
 * @returns null when there is none.
 */
export function keepConnected(look: Look, sure: Float32Array): Uint8Array | null {
  const mask = new Uint8Array(sure.length).map((_, i) => ((sure[i] ?? 0) > 0.5 ? 1 : 0));
  const pieces = piecesOf(mask, look);
  const inside = sumOver(pieces, (i) => (look.region[i] ?? 0) / 255);
  const whole = sumOver(pieces, () => 1);
  inside[0] = 0;
  const main = inside.indexOf(Math.max(...inside));
  const most = inside[main] ?? 0;
  if (most < leastPixels) return null;
  const near = distanceField(
    mask.map((_, i) => (pieces.of[i] === main ? 1 : 0)),
    look,
    nearPx + 1,
  );
  const close = sumOver(pieces, (i) => ((near[i] ?? 0) <= nearPx * nearPx ? 1 : 0));
  return mask.map((_, i) => {
    const piece = pieces.of[i] ?? 0;
    if (piece === main) return 1;
    if ((close[piece] ?? 0) >= leastClose && (inside[piece] ?? 0) > 0.5 * (whole[piece] ?? 0))
      return piece > 0 ? 1 : 0;
    const area = inside[piece] ?? 0;
    return area > speck * most && area > leastPixels && area > 0.5 * (whole[piece] ?? 0) ? 1 : 0;
  });
}
