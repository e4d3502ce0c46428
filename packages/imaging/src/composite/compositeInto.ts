import type { AlphaPlane } from '../alpha/alphaPlane.ts';
import type { Picture, Placed } from '../picture/picture.ts';

/** Finished pixels to be laid over a picture, blend mode normal. */
export type PatchLayer = {
  /** Of the base's depth. A fourth channel is not read: how much of the patch shows is the alpha's matter alone. */
  readonly patch: Placed;
  readonly alpha: AlphaPlane;
  /** 0…255. */
  readonly opacity: number;
  /**
   * What an RGBA base's own alpha becomes. `keep` (default): it stays. `cover`: the layer makes the base
   * opaque as far as it shows, which is what an extend needs.
   */
  readonly baseAlpha?: 'keep' | 'cover';
};

/** THE composite: changes `target` in place. */
export function compositeInto(_target: Placed, _layer: PatchLayer): void {
  throw new Error('compositeInto: not built yet');
}

/** `compositeInto` on a copy. */
export function composite(base: Placed, layer: PatchLayer): Picture {
  const picture: Picture =
    base.picture.depth === 8
      ? { ...base.picture, data: base.picture.data.slice() }
      : { ...base.picture, data: base.picture.data.slice() };
  compositeInto({ ...base, picture }, layer);
  return picture;
}
