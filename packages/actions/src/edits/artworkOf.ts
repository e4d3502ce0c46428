import type { Intent, Surface } from '@pinpaint/domain';

/** What is placed: the artwork's blob, and how it lies in frame space. */
export type LaidArtwork = { readonly digest: string; readonly surface: Surface };

/** null: the intent places nothing. */
export function artworkOf({ wish }: Intent): LaidArtwork | null {
  if (wish?.kind !== 'place' || !wish.artwork || !wish.placement) return null;
  return { digest: wish.artwork.digest, surface: wish.placement.surface };
}
