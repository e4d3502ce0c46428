import type { Db } from '@pinpaint/db';

export type OpenLinks = {
  readonly projectId: string;
  /** Links that let somebody in now. */
  readonly open: number;
  /** When a guest of one of them was last seen; null: nobody has come yet. */
  readonly openedAt: Date | null;
};

type Where = { readonly studioId: string; readonly projectIds: readonly string[]; readonly now: Date };

/** Of several projects at once; one without such a link is not in it. */
export function openLinks(db: Db, { studioId, projectIds, now }: Where): Promise<readonly OpenLinks[]> {
  return db.$queryRaw<OpenLinks[]>`
    SELECT l.project_id AS "projectId", count(DISTINCT l.id)::int AS open, max(g.last_seen_at) AS "openedAt"
    FROM review_link l
    LEFT JOIN guest g ON g.studio_id = l.studio_id AND g.link_id = l.id
    WHERE l.studio_id = ${studioId}::uuid AND l.project_id = ANY(${[...projectIds]}::uuid[])
      AND l.revoked_at IS NULL AND (l.expires_at IS NULL OR l.expires_at > ${now})
    GROUP BY l.project_id`;
}
