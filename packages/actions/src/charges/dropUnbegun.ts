import type { Tx } from '@pinpaint/db';

/** What was booked for something that no service will be asked for any more. */
export async function dropUnbegun(tx: Tx, subjectId: string): Promise<void> {
  await tx.charge.deleteMany({ where: { subjectId, begunAt: null } });
}
