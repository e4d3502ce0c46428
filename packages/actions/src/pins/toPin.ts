import type { Prisma } from '@pinpaint/db';
import type { FrameId, PinId, PinState, Region, VersionId } from '@pinpaint/domain';

/** A pin as its readers get it. */
export type Pin = {
  readonly id: PinId;
  readonly frameId: FrameId;
  /** The version it was raised against. */
  readonly versionId: VersionId;
  readonly number: number;
  readonly state: PinState;
  readonly region: Region;
  readonly note: string;
  readonly by: { readonly kind: 'person' | 'guest'; readonly id: string };
  readonly createdAt: string;
};

export function toPin(row: Prisma.PinModel): Pin {
  return {
    id: row.id as PinId,
    frameId: row.frameId as FrameId,
    versionId: row.versionId as VersionId,
    number: row.number,
    state: row.state,
    region: row.region as Region,
    note: row.note,
    by: row.byGuestId ? { kind: 'guest', id: row.byGuestId } : { kind: 'person', id: row.byPersonId ?? '' },
    createdAt: row.createdAt.toISOString(),
  };
}
