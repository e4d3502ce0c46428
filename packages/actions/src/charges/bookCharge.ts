import type { Tx } from '@pinpaint/db';
import { newId } from '@pinpaint/domain';

type Booking = {
  readonly studioId: string;
  readonly projectId: string;
  readonly kind: 'film' | 'reading';
  readonly subjectId: string;
  readonly usd: number;
  readonly now: Date;
};

/** Counts from now on, with the most that it may come to; what it came to is set when that is known. */
export async function bookCharge(tx: Tx, { now, ...charge }: Booking): Promise<string> {
  const { id } = await tx.charge.create({ data: { id: newId(), ...charge, createdAt: now } });
  return id;
}
