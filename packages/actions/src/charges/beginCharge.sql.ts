import type { Db } from '@pinpaint/db';

type Begin = {
  readonly chargeId: string;
  /** How many of its kind may begin in any minute, by all renderers together. */
  readonly perMinute: number;
  readonly now: Date;
};

/** Of all renderers one counts and begins at a time. */
const turnsLock = 7_310_011;
const minuteMs = 60_000;

/**
 * Whoever is told `begun` asks the service, and nobody else ever does: a call that may be under way is not made again.
 * `wait`: a minute has as many as it may; nothing is changed. `taken`: somebody else has begun it, or it is gone.
 */
export async function beginCharge(
  db: Db,
  { chargeId, perMinute, now }: Begin,
): Promise<'begun' | 'wait' | 'taken'> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${turnsLock})`;
    const charge = await tx.charge.findUnique({ where: { id: chargeId } });
    if (!charge || charge.begunAt) return 'taken';
    const since = new Date(now.getTime() - minuteMs);
    const begun = await tx.charge.count({ where: { kind: charge.kind, begunAt: { gt: since } } });
    if (begun >= perMinute) return 'wait';
    await tx.charge.update({ where: { id: chargeId }, data: { begunAt: now } });
    return 'begun';
  });
}
