import type { PixelRect, PixelSize, Placement } from '@pinpaint/domain';
import { type AlphaPlane, fitWithin, makeAlpha, rasterise, trimAlpha } from '@pinpaint/imaging';
import { readableRegion, unpackMasks } from './masks.ts';
import { type PermittedWish, permitted } from './permitted.ts';

export type FitWish = PermittedWish & { readonly artwork: PixelSize };

/**
 * Where an artwork lies that nobody has placed: inside the region as it was drawn, without what that grows by, and
 * beside the locks; so all of it is painted. null: there is no room for it.
 */
export async function fitArtwork({ artwork, ...wish }: FitWish): Promise<Placement | null> {
  const alpha = await permitted(wish);
  if (!alpha) return null;
  const own = await regionPlane(wish, alpha.rect);
  const least = wish.region.kind === 'raster' ? leastOfMask : 255;
  const { rect, data } = alpha;
  const room = trimAlpha({
    rect,
    data: data.map((value, i) => (value === 255 && (own.data[i] ?? 0) >= least ? 255 : 0)),
  });
  return room && fitWithin(room, artwork);
}

/** A painted mask may be soft all over, and still means its inside. */
const leastOfMask = 128;

async function regionPlane({ region, masks: files }: PermittedWish, rect: PixelRect): Promise<AlphaPlane> {
  const masks = await unpackMasks([region], files);
  const readable = readableRegion(region, masks);
  return readable ? rasterise(readable, rect, masks) : makeAlpha(rect);
}
