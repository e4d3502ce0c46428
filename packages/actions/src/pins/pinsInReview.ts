import type { Db, Tx } from '@pinpaint/db';

/** Which of these pins have a layer in a version that is in review. */
export async function pinsInReview(db: Db | Tx, pinIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (pinIds.length === 0) return new Set();
  const rows = await db.versionLayer.findMany({
    where: {
      visible: true,
      version: { state: 'in_review' },
      layer: { candidate: { edit: { pinId: { in: [...pinIds] } } } },
    },
    select: { layer: { select: { candidate: { select: { edit: { select: { pinId: true } } } } } } },
  });
  return new Set(rows.flatMap(({ layer }) => layer.candidate.edit.pinId ?? []));
}
