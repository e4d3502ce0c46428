import type { Prisma, Tx } from '@pinpaint/db';
import type { BoardId, FrameId, PixelSize } from '@pinpaint/domain';

/** A frame as its readers get it. `master` is null until the renderer has made it. */
export type Frame = {
  readonly id: FrameId;
  readonly boardId: BoardId;
  readonly number: number;
  readonly name: string;
  readonly state: 'ingesting' | 'ready' | 'failed';
  readonly failureCode: string | null;
  readonly master: FrameMaster | null;
  readonly createdAt: string;
};

export type FrameMaster = {
  readonly digest: string;
  readonly size: PixelSize;
  readonly depth: number;
  readonly channels: number;
  /** null = sRGB. */
  readonly profile: string | null;
};

export async function viewFrame(tx: Tx, id: FrameId): Promise<Frame> {
  return toFrame(await tx.frame.findUniqueOrThrow({ where: { id } }));
}

export function toFrame(row: Prisma.FrameModel): Frame {
  return {
    id: row.id as FrameId,
    boardId: row.boardId as BoardId,
    number: row.number,
    name: row.name,
    state: row.state,
    failureCode: row.failureCode,
    master: masterOf(row),
    createdAt: row.createdAt.toISOString(),
  };
}

function masterOf(row: Prisma.FrameModel): FrameMaster | null {
  const { masterDigest, width, height, depth, channels } = row;
  if (!masterDigest || !width || !height || !depth || !channels) return null;
  return { digest: masterDigest, size: { width, height }, depth, channels, profile: row.profileName };
}
