import { type PixelRect, rectOfSize } from '@pinpaint/domain';
import type { Frame, Version } from '../data/types.ts';

/** From what a picture is put together on the screen. Paths are the API's; rectangles lie in frame space. */
export type PictureSource = {
  readonly bounds: PixelRect;
  /** What has tiles and a thumbnail: a frame's master, or a version's result. */
  readonly base: { readonly path: string; readonly rect: PixelRect };
  /** Laid over it, lowest first. */
  readonly overlays: readonly Overlay[];
};

type Overlay = {
  readonly path: string;
  readonly rect: PixelRect;
  /** 0 to 1 */
  readonly opacity: number;
};

export type ShownVersion = Pick<Version, 'id' | 'frameId' | 'bounds' | 'proof' | 'layers'>;
export type ShownFrame = Pick<Frame, 'id' | 'master'>;

/** A submitted version is a picture of its own once it is rendered; until then it is put together here. */
export function sourceOf(version: ShownVersion, frame: ShownFrame): PictureSource {
  const { id, bounds, proof } = version;
  if (!proof) return layeredSource(version, frame);
  return { bounds, base: { path: `/versions/${id}`, rect: bounds }, overlays: [] };
}

/** The master with the visible layers, whether it is rendered or not. */
export function layeredSource(version: ShownVersion, frame: ShownFrame): PictureSource {
  const { id, bounds, layers } = version;
  const rect = frame.master ? rectOfSize(frame.master.size) : bounds;
  return {
    bounds,
    base: { path: `/frames/${frame.id}`, rect },
    overlays: layers
      .filter(({ visible, opacity }) => visible && opacity > 0)
      .map((layer) => ({
        path: overlayPath(id, layer.id),
        rect: layer.rect,
        opacity: layer.opacity / 255,
      })),
  };
}

export function overlayPath(versionId: string, layerId: string): string {
  return `/versions/${versionId}/layers/${layerId}/overlay.png`;
}
