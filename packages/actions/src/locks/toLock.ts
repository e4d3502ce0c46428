import type { Prisma } from '@pinpaint/db';
import type { FrameId, LockId, Region } from '@pinpaint/domain';

/** A region no edit may touch. */
export type Lock = {
  readonly id: LockId;
  readonly frameId: FrameId;
  readonly name: string;
  readonly region: Region;
  readonly createdAt: string;
};

export function toLock(row: Prisma.LockModel): Lock {
  return {
    id: row.id as LockId,
    frameId: row.frameId as FrameId,
    name: row.name,
    region: row.region as Region,
    createdAt: row.createdAt.toISOString(),
  };
}
