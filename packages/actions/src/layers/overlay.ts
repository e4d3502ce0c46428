import type { PixelRect } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

/** What a layer, or a candidate that may become one, looks like by itself. */
export type Overlay = {
  readonly rect: PixelRect;
  /** Follows from patch and alpha, so that the same name is the same picture for ever. */
  readonly name: string;
  /** 8-bit sRGB with straight alpha, a PNG of `rect`'s size; null while its files can't be read. */
  render(): Promise<Uint8Array | null>;
};

export type OverlaySource = {
  readonly rect: PixelRect;
  readonly patchDigest: string;
  readonly alphaDigest: string;
  readonly masterBlob: string | null;
};

/** Nothing is read before it is rendered: who has the picture already is told so by its name. */
export function overlayOf({ blobs, pixels }: Ctx, source: OverlaySource): Overlay {
  const { rect, patchDigest, alphaDigest, masterBlob } = source;
  return {
    rect,
    name: `${patchDigest.slice(0, 32)}-${alphaDigest.slice(0, 32)}`,
    async render() {
      const [patch, alpha] = await Promise.all([blobs.read(patchDigest), blobs.read(alphaDigest)]);
      const master = await blobs.localFile(masterBlob ?? '');
      try {
        if (!patch || !alpha || !master) return null;
        return await pixels.overlay({ masterPath: master.path, layer: { rect, patch, alpha } });
      } finally {
        await master?.release();
      }
    },
  };
}
