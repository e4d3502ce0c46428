import type { PlacedLayer } from '@pinpaint/actions';
import type { StoredLayer } from '@pinpaint/pictures';
import { type RenderDeps, readStored } from './renderDeps.ts';

/** The files of layers, for a pixel thread to lay. */
export function readLayers(deps: RenderDeps, layers: readonly PlacedLayer[]): Promise<StoredLayer[]> {
  return Promise.all(
    layers.map(async ({ rect, opacity, patchDigest, alphaDigest }) => {
      const [patch, alpha] = await Promise.all([
        readStored(deps, patchDigest),
        readStored(deps, alphaDigest),
      ]);
      return { rect, opacity, patch, alpha };
    }),
  );
}
