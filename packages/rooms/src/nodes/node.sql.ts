import type { Db } from '@pinpaint/db';

export type Beat = {
  readonly id: string;
  readonly url: string | null;
  /** 0…1 */
  readonly load: number;
  /** Nobody is sent to it, from its first beat on. */
  readonly isApart?: boolean;
  readonly leaseMs: number;
};

/** Says that the node lives. @returns how many others do, and could take its rooms */
export async function beat(db: Db, { id, url, load, isApart = false, leaseMs }: Beat): Promise<number> {
  const [row] = await db.$queryRaw<{ others: number }[]>`
    INSERT INTO sync_node (id, url, load, seen_at, expires_at, draining_at)
    VALUES (
      ${id}::uuid, ${url}, ${load}, now(), now() + ${leaseMs} * interval '1 ms',
      CASE WHEN ${isApart} THEN now() END
    )
    ON CONFLICT (id) DO UPDATE
      SET load = EXCLUDED.load, seen_at = EXCLUDED.seen_at, expires_at = EXCLUDED.expires_at
    RETURNING (
      SELECT count(*)::int FROM sync_node other
      WHERE other.id <> sync_node.id AND other.expires_at > now() AND other.draining_at IS NULL
    ) AS others`;
  return row?.others ?? 0;
}

/** From now on nobody is sent to it. */
export async function markDraining(db: Db, id: string): Promise<void> {
  await db.$executeRaw`UPDATE sync_node SET draining_at = now() WHERE id = ${id}::uuid`;
}

export async function removeNode(db: Db, id: string): Promise<void> {
  await db.$executeRaw`DELETE FROM sync_node WHERE id = ${id}::uuid`;
}

/**
 * What was at this node's address before is gone, however lately it was heard, and so are those not heard for long.
 * What they still held is nobody's then.
 */
export async function forgetGone(db: Db, { id, url }: Pick<Beat, 'id' | 'url'>): Promise<void> {
  await db.$executeRaw`
    DELETE FROM sync_node
    WHERE id <> ${id}::uuid
      AND (url IS NOT DISTINCT FROM ${url} OR expires_at < now() - interval '1 hour')`;
}
