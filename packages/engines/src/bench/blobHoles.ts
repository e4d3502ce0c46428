import { createRandom } from '../random.ts';
import { blobHole } from './blobHole.ts';
import type { Hole } from './fillers.ts';
import { cutRgb, type Rgb, rgb } from './raster.ts';

/** A hole whose truth is known: `truth` is the picture before it was blanked. */
export type BlobHole = Hole & { readonly id: string; readonly truth: Rgb };

const smallestShare = 0.03;
const largestShare = 0.2;

/** Seeded lumps in crops of all pictures in turn, 384–512 px where the picture has as much. */
export function* blobHoles(
  pictures: ReadonlyMap<string, Rgb>,
  count: number,
  seed: number,
): Generator<BlobHole> {
  const names = [...pictures.keys()].toSorted();
  for (let i = 0; i < count; i++) {
    const name = names[i % names.length] ?? '';
    const picture = pictures.get(name);
    if (picture)
      yield aHole(
        picture,
        `blob-${seed}-${String(i).padStart(3, '0')}-${name.replace(/\..*$/, '')}`,
        seed * 1000 + i,
      );
  }
}

function aHole(picture: Rgb, id: string, seed: number): BlobHole {
  const random = createRandom(seed);
  const side = (length: number): number => Math.min(length, 384 + Math.floor(random() * 129));
  const [width, height] = [side(picture.width), side(picture.height)];
  const x = Math.floor(random() * (picture.width - width + 1));
  const y = Math.floor(random() * (picture.height - height + 1));
  const truth = cutRgb(picture, { x, y, width, height });
  const share = smallestShare + random() * (largestShare - smallestShare);
  const mask = blobHole(width, height, share, random);
  const data = truth.data.slice();
  // Nobody gets to see what was there.
  for (let at = 0; at < mask.data.length; at++) if (mask.data[at] !== 0) data.fill(128, at * 3, at * 3 + 3);
  const full = new Uint8Array(width * height);
  return {
    id,
    truth,
    picture: rgb(width, height, data),
    mask,
    request: {
      crop: { width, height, depth: 8, data },
      permittedAlpha: mask.data,
      region: mask.data,
      known: full.slice().fill(255),
      locked: full,
      intent: { wish: { kind: 'remove', thing: null }, keep: [], confidence: 1 },
      note: '',
      seed: 1,
      strength: 1,
      variants: 1,
    },
  };
}
