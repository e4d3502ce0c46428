import { canonicalJson, type Json } from '../digests/canonicalJson.ts';
import { sha256Hex } from '../digests/sha256Hex.ts';
import type { PixelRect, Region } from '../geometry/region.ts';

/** What the counts of a version's proof are made under. */
export type ProofPlanes = {
  /** The permitted alpha of each visible layer's edit, by the SHA-256 of its file; in the layers' order. */
  readonly permitted: readonly { readonly digest: string; readonly rect: PixelRect }[];
  /** Locks in force at submission, where any visible layer was made after them; oldest first. */
  readonly locks: readonly LockOver[];
};

/**
 * A lock speaks of the layers made since it was set: what lay there before was allowed, and nobody asked
 * to have it back.
 */
export type LockOver = {
  readonly region: Region;
  /** Places in the version's content. */
  readonly layers: readonly number[];
};

/** Without this, a proof could be made to hold later by swapping what it was counted under. */
export function planesDigest({ permitted, locks }: ProofPlanes): string {
  const planes = {
    format: 'pinpaint/planes/1',
    permitted: permitted.map(({ digest, rect }) => ({ digest, rect: { ...rect } })),
    locks: locks.map(({ region, layers }) => ({ region: region as unknown as Json, layers: [...layers] })),
  };
  return sha256Hex(canonicalJson(planes));
}
