import type { PixelRect } from '../geometry/region.ts';
import { canonicalJson } from './canonicalJson.ts';
import { sha256Hex } from './sha256Hex.ts';

export type LayerContent = {
  /** SHA-256 of the patch's stored samples. */
  readonly patchDigest: string;
  readonly alphaDigest: string;
  readonly rect: PixelRect;
  /** 0…255, whole. */
  readonly opacity: number;
  readonly blend: 'normal';
  readonly visible: boolean;
};

/** All that a version's pixels follow from, and nothing else. */
export type VersionContent = {
  readonly masterDigest: string;
  /** In frame space. */
  readonly bounds: PixelRect;
  /** null: no ICC profile, so sRGB. */
  readonly profileDigest: string | null;
  /** Bottom first. */
  readonly layers: readonly LayerContent[];
};

/**
 * What a decision names: SHA-256 of the canonical JSON of the content. Fields are picked one by one,
 * so that a row with more columns gives the same digest.
 */
export function versionDigest(content: VersionContent): string {
  return sha256Hex(
    canonicalJson({
      format: 'pinpaint/version/1',
      masterDigest: content.masterDigest,
      bounds: rectFields(content.bounds),
      profileDigest: content.profileDigest,
      layers: content.layers.map(layerFields),
    }),
  );
}

function layerFields({ patchDigest, alphaDigest, rect, opacity, blend, visible }: LayerContent) {
  if (!Number.isInteger(opacity) || opacity < 0 || opacity > 255) {
    throw new RangeError(`A layer's opacity is a whole number from 0 to 255, not ${opacity}`);
  }
  return { patchDigest, alphaDigest, rect: rectFields(rect), opacity, blend, visible };
}

function rectFields({ x, y, width, height }: PixelRect) {
  return { x, y, width, height };
}
