import type { Db, Tx } from '@pinpaint/db';

export type WaitingStep = {
  readonly id: string;
  readonly studioId: string;
  readonly attempts: number;
  readonly beatAt: Date | null;
};

/**
 * The step whose turn it is: of each person the oldest that can be made now, of the studios the one that has waited
 * longest for a turn, and in it the person who has; as with edits. Nothing is locked: whoever takes it compares.
 *
 * @param lostBefore a step whose renderer has given no sign since then is made by nobody
 */
export async function nextStep(db: Db | Tx, lostBefore: Date): Promise<WaitingStep | null> {
  const [step] = await db.$queryRaw<WaitingStep[]>`
    WITH waiting AS (
      SELECT DISTINCT ON (step.studio_id, step.created_by)
        step.id, step.studio_id, step.created_by, step.attempts, step.beat_at
      FROM rendition step
      LEFT JOIN rendition parent ON parent.id = step.parent_id
      WHERE step.state = 'queued' AND step.step IS NOT NULL AND step.step->>'kind' <> 'film'
        AND (step.parent_id IS NULL OR parent.state = 'ready')
        AND (step.beat_at IS NULL OR step.beat_at < ${lostBefore})
      ORDER BY step.studio_id, step.created_by, step.id
    )
    SELECT id, studio_id AS "studioId", attempts, beat_at AS "beatAt"
    FROM waiting
    ORDER BY
      (SELECT max(started_at) FROM rendition turn WHERE turn.studio_id = waiting.studio_id) NULLS FIRST,
      (SELECT max(started_at) FROM rendition turn
        WHERE turn.studio_id = waiting.studio_id AND turn.created_by IS NOT DISTINCT FROM waiting.created_by)
        NULLS FIRST,
      id
    LIMIT 1`;
  return step ?? null;
}
