import type { Prisma, Writing } from '@pinpaint/db';
import { canonicalJson, type Json, type LockId, type Region, sha256Hex } from '@pinpaint/domain';
import type { FrameAt } from '../frames/findFrame.ts';

type NewLock = {
  readonly id: LockId;
  readonly frame: FrameAt;
  readonly name: string;
  readonly region: Region;
  readonly by: string;
  readonly now: Date;
};

/** The row and its event; who may and whether it makes sense was asked before. */
export async function createLock(
  { tx, record }: Writing,
  { id, frame, name, region, by, now }: NewLock,
): Promise<Prisma.LockModel> {
  const lock = await tx.lock.create({
    data: { id, studioId: frame.studioId, frameId: frame.id, name, region, createdBy: by, createdAt: now },
  });
  record({
    topic: 'lock.set',
    subject: { kind: 'lock', id },
    scope: frame.scope,
    payload: { region: sha256Hex(regionText(region)) },
    texts: { name },
  });
  return lock;
}

/** The same text, the same region. */
export function regionText(region: Region): string {
  return canonicalJson(region as unknown as Json);
}
