import type { Prisma } from '@pinpaint/db';
import type { BoardId, GuestId, LinkId, ProjectId } from '@pinpaint/domain';

export type Link = {
  readonly id: LinkId;
  readonly projectId: ProjectId;
  /** null: every board of the project. */
  readonly boardId: BoardId | null;
  readonly name: string;
  readonly mayComment: boolean;
  readonly maySignOff: boolean;
  readonly asksPassword: boolean;
  readonly asksCode: boolean;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** Who opened it, those seen last first; at most `shownGuests`. */
  readonly guests: readonly SeenGuest[];
};

export type SeenGuest = {
  readonly id: GuestId;
  /** As they said it: nobody has checked. */
  readonly name: string;
  /** Proved by a mailed code; null: nobody knows who this is. */
  readonly email: string | null;
  readonly verified: boolean;
  readonly enteredAt: string;
  /** To the minute. */
  readonly lastSeenAt: string;
};

/** The secret is null unless the link was made just now: only its hash is kept. */
export type MadeLink = { readonly link: Link; readonly secret: string | null };

const shownGuests = 50;
export const withGuests = { guests: { orderBy: { lastSeenAt: 'desc' }, take: shownGuests } } as const;

export type LinkRow = Prisma.ReviewLinkModel & { readonly guests: readonly Prisma.GuestModel[] };

export function toLink(row: LinkRow): Link {
  return {
    id: row.id as LinkId,
    projectId: row.projectId as ProjectId,
    boardId: row.boardId as BoardId | null,
    name: row.name,
    mayComment: row.mayComment,
    maySignOff: row.maySignOff,
    asksPassword: row.passwordHash !== null,
    asksCode: row.asksCode,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    guests: row.guests.map((guest) => ({
      id: guest.id as GuestId,
      name: guest.name,
      email: guest.email,
      verified: guest.email !== null,
      enteredAt: guest.createdAt.toISOString(),
      lastSeenAt: guest.lastSeenAt.toISOString(),
    })),
  };
}
