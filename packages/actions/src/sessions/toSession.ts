import type { Prisma } from '@pinpaint/db';
import type { SessionId } from '@pinpaint/domain';

export type Session = {
  readonly id: SessionId;
  /** "Firefox on Linux" */
  readonly browser: string;
  readonly createdAt: string;
  /** To the minute. */
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  /** The one by which this is asked. */
  readonly isCurrent: boolean;
};

export function toSession(row: Prisma.SessionModel, current: SessionId | undefined): Session {
  return {
    id: row.id as SessionId,
    browser: row.browser,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isCurrent: row.id === current,
  };
}
