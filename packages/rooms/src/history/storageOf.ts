import type { Db } from '@pinpaint/db';
import type { BoardAt } from '../rooms/boardStore.ts';

/** What a board takes, in bytes. */
export type BoardStorage = {
  /** How everything lies now. Its newest rows are in the history, too. */
  readonly document: number;
  readonly history: number;
  /** From when on it can be looked at; null: nothing has been done yet. */
  readonly historyFrom: Date | null;
  /** All blobs of its frames; what two boards of a studio share, counts for both. */
  readonly pictures: number;
};

export async function storageOf(db: Db, at: BoardAt): Promise<BoardStorage> {
  const [log, pictures] = await Promise.all([logOf(db, at), picturesOf(db, at)]);
  return { ...log, pictures };
}

type LogSizes = { readonly document: number; readonly history: number; readonly historyFrom: Date | null };

async function logOf(db: Db, { studioId, boardId }: BoardAt): Promise<LogSizes> {
  const [sizes] = await db.$queryRaw<LogSizes[]>`
    WITH head AS (
      SELECT coalesce(max(upto), 0) AS upto, coalesce(sum(octet_length(state)), 0) AS bytes
      FROM board_snapshot WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
    ), log AS (
      SELECT
        coalesce(sum(octet_length("update")) FILTER (WHERE seq > head.upto), 0) AS living,
        coalesce(sum(octet_length("update")), 0) AS bytes,
        min(created_at) AS began
      FROM board_update, head WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
    ), kept AS (
      SELECT coalesce(sum(octet_length(state)), 0) AS bytes
      FROM board_checkpoint WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
    )
    SELECT
      (head.bytes + log.living)::float8 AS document,
      (log.bytes + kept.bytes)::float8 AS history,
      log.began AS "historyFrom"
    FROM head, log, kept`;
  return sizes ?? { document: 0, history: 0, historyFrom: null };
}

async function picturesOf(db: Db, { studioId, boardId }: BoardAt): Promise<number> {
  const [pictures] = await db.$queryRaw<{ bytes: number }[]>`
    WITH own AS (
      SELECT * FROM frame WHERE studio_id = ${studioId}::uuid AND board_id = ${boardId}::uuid
    ), named AS (
      SELECT unnest(ARRAY[upload_digest, master_blob, profile_blob, thumb_blob]) AS digest FROM own
      UNION SELECT unnest(ARRAY[v.result_blob, v.thumb_blob]) FROM version v JOIN own ON v.frame_id = own.id
      UNION SELECT r.blob_digest FROM rendition r JOIN version v ON r.version_id = v.id
        JOIN own ON v.frame_id = own.id
      UNION SELECT e.permitted_blob FROM edit e JOIN own ON e.frame_id = own.id
      UNION SELECT jsonb_path_query(e.planes, '$.** ? (@.type() == "string")') #>> '{}' FROM edit e JOIN own ON e.frame_id = own.id
      UNION SELECT unnest(ARRAY[c.patch_blob, c.alpha_blob]) FROM candidate c JOIN edit e ON c.edit_id = e.id
        JOIN own ON e.frame_id = own.id
      UNION SELECT a.blob_digest FROM attachment a JOIN pin p ON a.pin_id = p.id
        JOIN own ON p.frame_id = own.id
    )
    SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM blob
    WHERE studio_id = ${studioId}::uuid AND digest IN (SELECT digest FROM named)`;
  return pictures?.bytes ?? 0;
}
