import { readEvents, type StoredEvent } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { type LedgerFilter, ledgerScope } from './ledgerScope.ts';
import { headOfLedger } from './readFeed.ts';

/** Events held in memory at a time. */
const pageSize = 500;

/** All that the actor may read, as it stands now, a page at a time. */
export async function exportLedger(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  filter: LedgerFilter,
): Promise<Result<AsyncIterable<readonly StoredEvent[]>, Problem>> {
  const scope = await ledgerScope(ctx.db, actor, filter);
  if (!scope.ok) return scope;
  // The ledger only grows, so a last seq is all it takes to keep still what is read.
  const last = await headOfLedger(ctx, actor.studioId);
  return ok(pages());

  async function* pages() {
    for (let after = 0; after < last; ) {
      const page = { after, limit: pageSize, ...(scope.ok ? { scope: scope.value } : {}) };
      const events = await readEvents(ctx.db, actor.studioId, page);
      yield events.filter(({ seq }) => seq <= last);
      after = events.at(-1)?.seq ?? last;
    }
  }
}
