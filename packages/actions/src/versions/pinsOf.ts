import type { Db, Tx } from '@pinpaint/db';
import type { VersionAt } from './findVersion.ts';

export type PinsOf = {
  /** A version whose visible layers don't count. */
  readonly but?: string | null;
  /** Those of hidden layers too. */
  readonly hidden?: boolean;
};

/** The frame's pins whose layers lie in a version; layers that came along from a base answer notes there. */
export async function pinsOf(
  db: Db | Tx,
  { id, studioId, frameId }: Pick<VersionAt, 'id' | 'studioId' | 'frameId'>,
  { but = null, hidden = false }: PinsOf = {},
) {
  const kept = but
    ? await db.versionLayer.findMany({ where: { versionId: but, visible: true }, select: { layerId: true } })
    : [];
  const placed = await db.versionLayer.findMany({
    where: {
      versionId: id,
      ...(hidden ? {} : { visible: true }),
      layerId: { notIn: kept.map(({ layerId }) => layerId) },
    },
    select: { layer: { select: { candidate: { select: { edit: { select: { pinId: true } } } } } } },
  });
  const ids = placed.flatMap(({ layer }) => layer.candidate.edit.pinId ?? []);
  return db.pin.findMany({ where: { studioId, frameId, id: { in: ids } }, orderBy: { number: 'asc' } });
}
