import type { Db } from '@pinpaint/db';

export type Heads = {
  /** The studios that somebody waits for. */
  awaited(): readonly string[];
  /** Wakes those who wait for a studio and know less than this of it. */
  tellHead(studioId: string, seq: number): void;
};

/** So long nobody notices that something has happened when the database's wake-up for it got lost. */
const lookMs = 1_000;

/**
 * Looks for itself where the ledgers of those studios are that somebody waits for: one question for all of them, so
 * that not everybody has to ask. A database that does not answer is asked again.
 *
 * @returns what ends it
 */
export function watchHeads(db: Db, { awaited, tellHead }: Heads): () => void {
  let isAsking = false;
  const look = async () => {
    const studios = awaited();
    if (isAsking || studios.length === 0) return;
    isAsking = true;
    try {
      const heads = await db.ledgerHead.findMany({
        where: { studioId: { in: [...studios] } },
        select: { studioId: true, seq: true },
      });
      for (const { studioId, seq } of heads) tellHead(studioId, seq);
    } catch {
      // It is away; whoever waits is told of that by what they ask themselves.
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return () => clearInterval(timer);
}
