import type { Writing } from '@pinpaint/db';
import { movePin, type PinEvent, type PinState } from '@pinpaint/domain';
import type { VersionAt } from './findVersion.ts';

/** The pins whose layers lie in a version, hidden ones left out, and what befalls them with it. */
export async function movePinsOf(
  { tx, record }: Writing,
  version: VersionAt,
  event: PinEvent,
): Promise<void> {
  const placed = await tx.versionLayer.findMany({
    where: { versionId: version.id, visible: true },
    select: { layer: { select: { candidate: { select: { edit: { select: { pinId: true } } } } } } },
  });
  const ids = placed.flatMap(({ layer }) => layer.candidate.edit.pinId ?? []);
  const pins = await tx.pin.findMany({ where: { studioId: version.studioId, id: { in: ids } } });
  for (const pin of pins) {
    const moved = movePin(pin.state as PinState, event);
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
