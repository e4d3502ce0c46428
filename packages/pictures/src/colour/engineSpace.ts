import { createHash } from 'node:crypto';
import { makePicture, type Picture } from '@pinpaint/imaging';
import { applyColourMap } from './applyColourMap.ts';
import { type ColourMap, mapFromSrgb, mapToSrgb } from './colourMap.ts';
import { readProfile } from './readProfile.ts';

/**
 * What an engine is given: sRGB-encoded, three channels, the master's own depth. The very same picture
 * comes back when it is that already.
 *
 * @param icc the master's profile; null: none, so sRGB.
 */
export function toEngineSpace(picture: Picture, icc: Uint8Array | null): Picture {
  const space = spaceOf(icc);
  return space ? applyColourMap(picture, space.toSrgb) : withoutAlpha(picture);
}

/** What an engine was given, and the samples of the master that it was made from. */
export type Untouched = { readonly given: Picture; readonly source: Picture };

/**
 * An engine's patch in the master's own space. Where the engine left a pixel as it was given, the
 * master's own samples return: a colour outside sRGB was cut on its way there and would come back duller.
 */
export function fromEngineSpace(patch: Picture, icc: Uint8Array | null, untouched?: Untouched): Picture {
  const space = spaceOf(icc);
  if (!space) return patch;
  const own = applyColourMap(patch, space.fromSrgb);
  return untouched ? keepUntouched(own, patch, untouched) : own;
}

type Space = { readonly toSrgb: ColourMap; readonly fromSrgb: ColourMap };

/** By digest; null for sRGB. Building the tables takes longer than converting a small crop. */
const known = new Map<string, Space | null>();
/** A studio's pictures share few profiles, and each costs 3 MB. */
const mostKnown = 16;

function spaceOf(icc: Uint8Array | null): Space | null {
  if (!icc) return null;
  const digest = createHash('sha256').update(icc).digest('hex');
  const found = known.get(digest);
  if (found !== undefined) return found;
  const space = makeSpace(icc);
  if (known.size >= mostKnown) known.clear();
  known.set(digest, space);
  return space;
}

function makeSpace(icc: Uint8Array): Space | null {
  const profile = readProfile(icc);
  if (!profile.ok)
    throw new Error(`A master with a profile that its ingest should have refused: ${profile.error.code}`);
  const { value } = profile;
  return value.isSrgb ? null : { toSrgb: mapToSrgb(value), fromSrgb: mapFromSrgb(value) };
}

function withoutAlpha(picture: Picture): Picture {
  if (picture.channels === 3) return picture;
  const opaque = makePicture({ ...picture, channels: 3 });
  copyPixels(picture, opaque, () => true);
  return opaque;
}

function keepUntouched(own: Picture, patch: Picture, { given, source }: Untouched): Picture {
  copyPixels(source, own, (pixel) => samePixel(patch, given, pixel));
  return own;
}

function copyPixels(from: Picture, to: Picture, wanted: (pixel: number) => boolean): void {
  for (let pixel = 0; pixel < to.width * to.height; pixel += 1) {
    if (!wanted(pixel)) continue;
    for (let c = 0; c < 3; c += 1)
      to.data[pixel * to.channels + c] = from.data[pixel * from.channels + c] ?? 0;
  }
}

function samePixel(one: Picture, other: Picture, pixel: number): boolean {
  for (let c = 0; c < 3; c += 1) {
    if (one.data[pixel * one.channels + c] !== other.data[pixel * other.channels + c]) return false;
  }
  return true;
}
