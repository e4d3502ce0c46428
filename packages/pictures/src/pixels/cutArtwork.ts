import type { FramePoint, PixelRect, PixelSize, Surface } from '@pinpaint/domain';
import { rasteriseArtwork } from '../artwork/rasteriseArtwork.ts';
import type { ArtworkPlane } from './parcel/engineParcels.ts';

/** An artwork's file, and how it is to lie, in frame space. */
export type ArtworkToCut = { readonly file: Uint8Array; readonly surface: Surface };

/** The crop it is to lie in, and the size in which an engine gets that. */
type Cut = { readonly cropRect: PixelRect; readonly size: PixelSize };

/** So that a pixel of the picture is made of several samples, wherever the artwork has them. */
const samplesPerPixel = 2;

export async function cutArtwork({ file, surface }: ArtworkToCut, cut: Cut): Promise<ArtworkPlane> {
  const inCrop = surfaceIn(surface, cut);
  const { width, height } = unrolledSize(inCrop);
  const wanted = { width: width * samplesPerPixel, height: height * samplesPerPixel };
  return { ...(await rasteriseArtwork(file, wanted)), surface: inCrop };
}

/** As it lies in frame space, with about a sample a pixel. */
export async function drawArtwork({ file, surface }: ArtworkToCut): Promise<ArtworkPlane> {
  return { ...(await rasteriseArtwork(file, unrolledSize(surface))), surface };
}

function surfaceIn(surface: Surface, { cropRect, size }: Cut): Surface {
  const [scaleX, scaleY] = [size.width / cropRect.width, size.height / cropRect.height];
  const moved = ([x, y]: FramePoint): FramePoint => [(x - cropRect.x) * scaleX, (y - cropRect.y) * scaleY];
  const [a, b, c, d] = surface.corners;
  const corners = [moved(a), moved(b), moved(c), moved(d)] as const;
  if (surface.kind === 'flat') return { ...surface, corners };
  const { topBendPx, bottomBendPx } = surface;
  return { ...surface, corners, topBendPx: topBendPx * scaleY, bottomBendPx: bottomBendPx * scaleY };
}

/** How large the artwork would be where it is seen at its largest, lying flat. */
function unrolledSize(surface: Surface): PixelSize {
  const [a, b, c, d] = surface.corners;
  const half = surface.kind === 'cylinder' ? (surface.arcDegrees * Math.PI) / 360 : 0;
  const unrolling = half > 0 ? half / Math.sin(half) : 1;
  return {
    width: Math.max(length(a, b), length(d, c)) * unrolling,
    height: Math.max(length(a, d), length(b, c)),
  };
}

function length([fromX, fromY]: FramePoint, [toX, toY]: FramePoint): number {
  return Math.hypot(toX - fromX, toY - fromY);
}
