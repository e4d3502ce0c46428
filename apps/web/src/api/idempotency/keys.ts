import { type Db, type Json, Prisma } from '@pinpaint/db';

/** A key counts within a studio and for one actor; guests who enter have none yet, and share their link's. */
export type KeyScope = { readonly studioId: string; readonly actorId: string };

type Place = KeyScope & { readonly key: string };

export type KeptAnswer = {
  readonly status: number;
  /** null: the answer had no body. */
  readonly body: Json | null;
  /** Fields that were secrets and are null now. */
  readonly withheld: readonly string[];
};

export type Claim =
  /** Run it, then `settle` or `release` with the same `since`. */
  | { readonly kind: 'mine'; readonly since: Date }
  | { readonly kind: 'done'; readonly answer: KeptAnswer }
  | { readonly kind: 'running' }
  | { readonly kind: 'other-request' };

/** For how long an answer is kept. */
export const keptMs = 24 * 60 * 60 * 1000;

type ClaimWish = Place & {
  readonly requestHash: string;
  readonly now: Date;
  /** After this, a request that has not answered counts as dead with its process, and may be sent again. */
  readonly runsAtMostMs: number;
};

/** Of two requests with one key that come at once, the primary key lets one in. */
export async function claimKey(db: Db, wish: ClaimWish): Promise<Claim> {
  const { studioId, actorId, key, requestHash, now, runsAtMostMs } = wish;
  const mine = { studioId, actorId, key, requestHash, createdAt: now };
  const { count } = await db.idempotencyKey.createMany({ data: [mine], skipDuplicates: true });
  if (count === 1) return { kind: 'mine', since: now };
  const row = await db.idempotencyKey.findUnique({
    where: { studioId_actorId_key: { studioId, actorId, key } },
  });
  if (!row) return { kind: 'running' };
  const ageMs = now.getTime() - row.createdAt.getTime();
  if (ageMs > (row.status === null ? runsAtMostMs : keptMs)) {
    const taken = await db.idempotencyKey.updateMany({
      where: { studioId, actorId, key, createdAt: row.createdAt, status: row.status },
      data: { requestHash, createdAt: now, status: null, body: Prisma.DbNull },
    });
    return taken.count === 1 ? { kind: 'mine', since: now } : { kind: 'running' };
  }
  if (row.requestHash !== requestHash) return { kind: 'other-request' };
  if (row.status === null) return { kind: 'running' };
  const { body, withheld } = row.body as unknown as Pick<KeptAnswer, 'body' | 'withheld'>;
  return { kind: 'done', answer: { status: row.status, body, withheld } };
}

type Mine = Place & { readonly since: Date };

/** `since` tells our claim from one that took over after ours had run too long. */
export async function settleKey(
  db: Db,
  { since, ...place }: Mine,
  { status, body, withheld }: KeptAnswer,
): Promise<void> {
  await db.idempotencyKey.updateMany({
    where: { ...place, createdAt: since, status: null },
    data: { status, body: { body, withheld: [...withheld] } },
  });
}

/** Nothing final was said: the same request may try again. */
export async function releaseKey(db: Db, { since, ...place }: Mine): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { ...place, createdAt: since, status: null } });
}
