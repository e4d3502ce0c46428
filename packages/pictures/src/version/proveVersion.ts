import type { PixelRect } from '@pinpaint/domain';
import { type AlphaPlane, type ProofCounts, startProof } from '@pinpaint/imaging';
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

/** Counts what differs between two stored files, band by band; nothing anybody says about them is believed. */
export async function proveVersion(request: VersionProofRequest): Promise<ProofCounts> {
  const { masterPath, resultPath, bounds, permitted, locks } = request;
  const { width, height } = await masterFormat(masterPath);
  const proof = startProof({
    beforeBounds: { x: 0, y: 0, width, height },
    afterBounds: bounds,
    permitted,
    locks,
  });
  for (let y = bounds.y; y < bounds.y + bounds.height; y += masterTilePx) {
    const rows = Math.min(masterTilePx, bounds.y + bounds.height - y);
    const after = await readCrop(resultPath, { x: 0, y: y - bounds.y, width: bounds.width, height: rows });
    const [top, bottom] = [Math.max(0, y), Math.min(height, y + rows)];
    const before =
      bottom > top
        ? { x: 0, y: top, picture: await readCrop(masterPath, { x: 0, y: top, width, height: bottom - top }) }
        : null;
    proof.add({ before, after: { x: bounds.x, y, picture: after } });
  }
  return proof.finish();
}
