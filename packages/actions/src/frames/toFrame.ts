import type { Prisma, Tx } from '@pinpaint/db';
import type { BoardId, FrameId, PixelSize } from '@pinpaint/domain';
import type { Drawing } from '../drawings/toDrawing.ts';

/** A frame as its readers get it. `master` is null until the renderer has made it. */
export type Frame = {
  readonly id: FrameId;
  readonly boardId: BoardId;
  readonly number: number;
  readonly name: string;
  readonly state: 'drawing' | 'ingesting' | 'ready' | 'failed';
  readonly failureCode: string | null;
  /** A sentence of the service that would not draw it. */
  readonly failureSays: string | null;
  /** How it was drawn from words; null: it wasn't, or whoever asks is one it was made for. */
  readonly drawing: Drawing | null;
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
    failureSays: row.failureSays,
    drawing: row.drawing as Drawing | null,
    master: masterOf(row),
    createdAt: row.createdAt.toISOString(),
  };
}

function masterOf(row: Prisma.FrameModel): FrameMaster | null {
  const { masterDigest, width, height, depth, channels } = row;
  if (!masterDigest || !width || !height || !depth || !channels) return null;
  return { digest: masterDigest, size: { width, height }, depth, channels, profile: row.profileName };
}

/** As clients and guests get it: by what the studio makes its pictures is its own affair. */
export function withoutDrawing(frame: Frame): Frame {
  return { ...frame, failureSays: null, drawing: null };
}
