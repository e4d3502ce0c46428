import type { Db, Tx } from '@pinpaint/db';
import {
  intersectRects,
  type LayerContent,
  type PixelRect,
  type VersionContent,
  versionDigest,
} from '@pinpaint/domain';

/** A layer where it lies in a version, with what names its pixels. */
export type PlacedLayer = LayerContent & {
  readonly layerId: string;
  readonly candidateId: string;
};

/** A version's layers, lowest first. */
export async function layersOf(db: Db | Tx, versionId: string): Promise<PlacedLayer[]> {
  const rows = await db.versionLayer.findMany({
    where: { versionId },
    orderBy: { position: 'asc' },
    include: { layer: true },
  });
  return rows.map(({ layer, opacity, visible }) => ({
    layerId: layer.id,
    candidateId: layer.candidateId,
    patchDigest: layer.patchBlob,
    alphaDigest: layer.alphaBlob,
    rect: layer.rect as PixelRect,
    opacity,
    blend: 'normal',
    visible,
  }));
}

export type ContentRows = {
  readonly masterDigest: string;
  readonly profileBlob: string | null;
  readonly bounds: PixelRect;
  readonly layers: readonly LayerContent[];
};

/** All that a version's pixels follow from. */
export function contentOf({ masterDigest, profileBlob, bounds, layers }: ContentRows): VersionContent {
  return { masterDigest, bounds, profileDigest: profileBlob, layers };
}

export function contentDigest(rows: ContentRows): string {
  return versionDigest(contentOf(rows));
}

/**
 * What lies under a crop, named by what it follows from instead of by its samples: the same content gives
 * the same pixels, and nothing has to be decoded to compare. Hidden layers and those beside the crop don't count.
 */
export function digestUnder(crop: PixelRect, rows: ContentRows): string {
  const layers = rows.layers.filter(
    (layer) => layer.visible && layer.opacity > 0 && intersectRects(layer.rect, crop),
  );
  return contentDigest({ ...rows, bounds: crop, layers });
}
