import type { Db } from '@pinpaint/db';
import type { PixelRect } from '@pinpaint/domain';

export type BoardPicture = {
  readonly id: string;
  readonly boardId: string;
  readonly number: number;
  readonly name: string;
  /** null while the renderer has not made the master. */
  readonly width: number | null;
  readonly height: number | null;
  /** The newest approved or submitted version that has a thumbnail; null: the frame's own. */
  readonly versionId: string | null;
  readonly bounds: PixelRect | null;
};

type Where = {
  readonly studioId: string;
  readonly boardIds: readonly string[];
  /** Of each board. */
  readonly atMost: number;
};

/** The first frames of several boards, and what to show of each. */
export function boardPictures(
  db: Db,
  { studioId, boardIds, atMost }: Where,
): Promise<readonly BoardPicture[]> {
  return db.$queryRaw<BoardPicture[]>`
    SELECT f.id, f.board_id AS "boardId", f.number, f.name, f.width, f.height,
      shown.id AS "versionId", shown.bounds
    FROM (
      SELECT *, row_number() OVER (PARTITION BY board_id ORDER BY number) AS place
      FROM frame
      WHERE studio_id = ${studioId}::uuid AND board_id = ANY(${[...boardIds]}::uuid[]) AND archived_at IS NULL
    ) f
    LEFT JOIN LATERAL (
      SELECT v.id, v.bounds FROM version v
      WHERE v.frame_id = f.id AND v.state IN ('approved', 'in_review') AND v.thumb_blob IS NOT NULL
      ORDER BY v.number DESC LIMIT 1
    ) shown ON true
    WHERE f.place <= ${atMost}
    ORDER BY f.board_id, f.number`;
}
