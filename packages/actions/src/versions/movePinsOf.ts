import type { Writing } from '@pinpaint/db';
import { movePin, type PinEvent } from '@pinpaint/domain';
import type { VersionAt } from './findVersion.ts';

/**
 * What befalls a version's pins with it: those whose layers lie in it, hidden ones left out.
 *
 * @param but a version whose layers don't count: what a draft has from its parent stays as it is there
 */
export async function movePinsOf(
  { tx, record }: Writing,
  version: VersionAt,
  { event, but = null }: { readonly event: PinEvent; readonly but?: string | null },
): Promise<void> {
  const kept = but
    ? await tx.versionLayer.findMany({ where: { versionId: but }, select: { layerId: true } })
    : [];
  const placed = await tx.versionLayer.findMany({
    where: { versionId: version.id, visible: true, layerId: { notIn: kept.map(({ layerId }) => layerId) } },
    select: { layer: { select: { candidate: { select: { edit: { select: { pinId: true } } } } } } },
  });
  const ids = placed.flatMap(({ layer }) => layer.candidate.edit.pinId ?? []);
  const pins = await tx.pin.findMany({ where: { studioId: version.studioId, id: { in: ids } } });
  for (const pin of pins) {
    const moved = movePin(pin.state, event);
    if (!moved.ok) continue;
    await tx.pin.update({ where: { id: pin.id }, data: { state: moved.value } });
    record({
      topic: 'pin.moved',
      subject: { kind: 'pin', id: pin.id },
      scope: version.scope,
      payload: { from: pin.state, to: moved.value },
    });
  }
}
