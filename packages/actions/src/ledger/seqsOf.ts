import type { Db, Tx } from '@pinpaint/db';
import type { Topic } from '@pinpaint/domain';

/** When each of these subjects had its first event of a kind, as a place in the studio's ledger. */
export async function seqsOf(
  db: Db | Tx,
  studioId: string,
  { topic, subjectIds }: { readonly topic: Topic; readonly subjectIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const events = await db.ledgerEvent.findMany({
    where: { studioId, topic, subjectId: { in: [...subjectIds] } },
    select: { subjectId: true, seq: true },
    orderBy: { seq: 'desc' },
  });
  return new Map(events.map(({ subjectId, seq }) => [subjectId, seq]));
}
