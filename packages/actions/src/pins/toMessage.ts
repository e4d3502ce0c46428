import type { Prisma } from '@pinpaint/db';

/** One contribution to a pin's thread. */
export type Message = {
  readonly id: string;
  readonly text: string;
  /** Only the studio's house reads it. */
  readonly internal: boolean;
  readonly by: { readonly kind: 'person' | 'guest'; readonly id: string };
  readonly createdAt: string;
};

export function toMessage(row: Prisma.PinMessageModel): Message {
  return {
    id: row.id,
    text: row.text,
    internal: row.internal,
    by: row.byGuestId ? { kind: 'guest', id: row.byGuestId } : { kind: 'person', id: row.byPersonId ?? '' },
    createdAt: row.createdAt.toISOString(),
  };
}
