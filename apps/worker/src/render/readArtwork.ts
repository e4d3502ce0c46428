import type { Preparation } from '@pinpaint/actions';
import { type RenderDeps, readStored } from './renderDeps.ts';

/** The file of what an edit places, with how it lies in frame space. */
export async function readArtwork(deps: RenderDeps, artwork: Preparation['artwork']) {
  return artwork && { file: await readStored(deps, artwork.digest), surface: artwork.surface };
}
