import type { Db } from '@pinpaint/db';

export type Unanswered = {
  readonly pinId: string;
  readonly guest: string;
  readonly text: string;
  readonly at: Date;
};

type Where = {
  readonly studioId: string;
  readonly projectIds: readonly string[];
  readonly atMost: number;
};

/** Threads in which a guest has had the last word that clients can read, newest first. What is settled needs no answer. */
export function unanswered(db: Db, { studioId, projectIds, atMost }: Where): Promise<readonly Unanswered[]> {
  return db.$queryRaw<Unanswered[]>`
    SELECT m.pin_id AS "pinId", g.name AS guest, m.text, m.created_at AS at
    FROM pin_message m
    JOIN guest g ON g.studio_id = m.studio_id AND g.id = m.by_guest_id
    JOIN pin p ON p.studio_id = m.studio_id AND p.id = m.pin_id AND p.state NOT IN ('resolved', 'declined')
    JOIN frame f ON f.studio_id = p.studio_id AND f.id = p.frame_id AND f.archived_at IS NULL
    JOIN board b ON b.studio_id = f.studio_id AND b.id = f.board_id AND b.archived_at IS NULL
    WHERE m.studio_id = ${studioId}::uuid AND b.project_id = ANY(${[...projectIds]}::uuid[])
      AND NOT EXISTS (
        SELECT FROM pin_message later
        WHERE later.studio_id = m.studio_id AND later.pin_id = m.pin_id AND NOT later.internal
          AND (later.created_at, later.id) > (m.created_at, m.id)
      )
    ORDER BY m.created_at DESC
    LIMIT ${atMost}`;
}
