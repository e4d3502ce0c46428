import { readEvents, type StoredEvent } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { type LedgerFilter, ledgerScope } from './ledgerScope.ts';

export type ListLedger = LedgerFilter & {
  /** A seq; 0 = from the beginning. */
  readonly after: number;
  readonly limit: number;
};

export type LedgerPage = {
  readonly items: readonly StoredEvent[];
  /** The seq to go on after; null: this was all. */
  readonly next: number | null;
};

/** Events as they are sealed, with their hashes. */
export async function listLedger(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { after, limit, ...filter }: ListLedger,
): Promise<Result<LedgerPage, Problem>> {
  const scope = await ledgerScope(ctx.db, actor, filter);
  if (!scope.ok) return scope;
  const events = await readEvents(ctx.db, actor.studioId, { after, limit: limit + 1, scope: scope.value });
  const items = events.slice(0, limit);
  return ok({ items, next: events.length > limit ? (items.at(-1)?.seq ?? null) : null });
}
