import { intersectRects, type PixelRect } from '@pinpaint/domain';
import { type AlphaPlane, type Placed, type ProofCounts, startProof } from '@pinpaint/imaging';
import { masterFormat, masterTilePx } from '../master/masterFormat.ts';
import { readCrop } from '../master/readCrop.ts';

export type VersionProofRequest = {
  readonly masterPath: string;
  /** The stored result; it lies at the top left of `bounds`. */
  readonly resultPath: string;
  readonly bounds: PixelRect;
  readonly permitted: readonly AlphaPlane[];
  readonly locks: readonly AlphaPlane[];
};

/** Counts what a stored result changes of its master; nothing anybody says about them is believed. */
export async function proveVersion(request: VersionProofRequest): Promise<ProofCounts> {
  const { masterPath, resultPath, bounds, permitted, locks } = request;
  const { width, height } = await masterFormat(masterPath);
  return proveBetween({
    before: { path: masterPath, bounds: { x: 0, y: 0, width, height } },
    after: { path: resultPath, bounds },
    permitted,
    locks,
  });
}

/** A stored picture; its first sample lies at the top left of `bounds`. */
export type PlacedFile = { readonly path: string; readonly bounds: PixelRect };

export type BetweenRequest = {
  readonly before: PlacedFile;
  readonly after: PlacedFile;
  readonly permitted: readonly AlphaPlane[];
  readonly locks: readonly AlphaPlane[];
};

/** Counts what differs between two stored files, band by band. */
export async function proveBetween({ before, after, ...planes }: BetweenRequest): Promise<ProofCounts> {
  const proof = startProof({ beforeBounds: before.bounds, afterBounds: after.bounds, ...planes });
  const { x, y: top, width, height } = after.bounds;
  for (let y = top; y < top + height; y += masterTilePx) {
    const band = { x, y, width, height: Math.min(masterTilePx, top + height - y) };
    const had = intersectRects(before.bounds, { ...before.bounds, y, height: band.height });
    proof.add({ before: had && (await readBand(before, had)), after: await readBand(after, band) });
  }
  return proof.finish();
}

async function readBand({ path, bounds }: PlacedFile, band: PixelRect): Promise<Placed> {
  const inFile = { ...band, x: band.x - bounds.x, y: band.y - bounds.y };
  return { x: band.x, y: band.y, picture: await readCrop(path, inFile) };
}
