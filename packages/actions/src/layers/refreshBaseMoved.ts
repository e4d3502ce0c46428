import type { Tx } from '@pinpaint/db';
import type { PixelRect } from '@pinpaint/domain';
import { digestUnder, layersOf } from '../versions/contentOf.ts';
import type { VersionAt } from '../versions/findVersion.ts';

/** Holds each layer against what it was made over, and marks those whose ground is another one now. */
export async function refreshBaseMoved(tx: Tx, version: VersionAt): Promise<void> {
  const { masterDigest, profileBlob } = version.frame;
  if (!masterDigest) return;
  const layers = await layersOf(tx, version.id);
  const edits = await tx.edit.findMany({
    where: { candidates: { some: { id: { in: layers.map((layer) => layer.candidateId) } } } },
    select: { cropRect: true, baseDigest: true, candidates: { select: { id: true } } },
  });
  for (const [position, { layerId, candidateId }] of layers.entries()) {
    const edit = edits.find(({ candidates }) => candidates.some(({ id }) => id === candidateId));
    if (!edit?.cropRect) continue;
    const below = { masterDigest, profileBlob, bounds: version.bounds, layers: layers.slice(0, position) };
    const baseMoved = digestUnder(edit.cropRect as PixelRect, below) !== edit.baseDigest;
    await tx.versionLayer.updateMany({
      where: { versionId: version.id, layerId },
      data: { position, baseMoved },
    });
  }
}
