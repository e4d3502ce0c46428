import type { Prisma } from '@pinpaint/db';
import { type Author, type Names, toAuthor } from '../access/names.ts';

/** One contribution to a pin's thread. */
export type Message = {
  readonly id: string;
  readonly text: string;
  /** Only the studio's house reads it. */
  readonly internal: boolean;
  readonly by: Author;
  readonly createdAt: string;
};

export function toMessage(row: Prisma.PinMessageModel, names: Names): Message {
  return {
    id: row.id,
    text: row.text,
    internal: row.internal,
    by: toAuthor(row, names),
    createdAt: row.createdAt.toISOString(),
  };
}
