import type { Db } from '@pinpaint/db';

export type ChargeRow = {
  readonly id: string;
  readonly kind: 'film' | 'reading';
  readonly frameId: string;
  readonly pinId: string | null;
  readonly usd: number;
  readonly createdAt: Date;
};

type Wish = {
  readonly studioId: string;
  readonly projectId: string;
  readonly boardId: string;
  readonly after: string | undefined;
  readonly take: number;
};

/** A film is of a version, a reading of a pin: both belong to a frame. Newest first. */
export async function chargesOfBoard(
  db: Db,
  { studioId, projectId, boardId, after, take }: Wish,
): Promise<readonly ChargeRow[]> {
  return db.$queryRaw<ChargeRow[]>`
    SELECT charge.id, charge.kind, frame.id AS "frameId", pin.id AS "pinId", charge.usd,
      charge.created_at AS "createdAt"
    FROM charge
      LEFT JOIN pin ON charge.kind = 'reading' AND pin.id = charge.subject_id
      LEFT JOIN rendition ON charge.kind = 'film' AND rendition.id = charge.subject_id
      LEFT JOIN version ON version.id = rendition.version_id
      JOIN frame ON frame.id = coalesce(pin.frame_id, version.frame_id)
    WHERE charge.studio_id = ${studioId}::uuid AND charge.project_id = ${projectId}::uuid
      AND frame.board_id = ${boardId}::uuid AND frame.archived_at IS NULL
      AND (${after ?? null}::uuid IS NULL OR charge.id < ${after ?? null}::uuid)
    ORDER BY charge.id DESC
    LIMIT ${take}`;
}
