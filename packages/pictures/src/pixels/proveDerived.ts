import type { ProofCounts } from '@pinpaint/imaging';
import { type PlacedFile, proveBetween } from '../version/proveVersion.ts';
import { type StoredAlpha, unpackAlpha } from './lockTest.ts';

export type BetweenWish = {
  readonly before: PlacedFile;
  readonly after: PlacedFile;
  /** What may differ: where any of these is not 0. */
  readonly own: readonly StoredAlpha[];
};

/** Counts the pixels in which two stored pictures of one frame space differ. */
export async function proveDerived({ before, after, own }: BetweenWish): Promise<ProofCounts> {
  const permitted = await Promise.all(own.map(unpackAlpha));
  return proveBetween({ before, after, permitted, locks: [] });
}
