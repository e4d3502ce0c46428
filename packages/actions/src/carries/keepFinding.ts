import { type Prisma, writing } from '@pinpaint/db';
import { type Intent, type LeftOutCode, ok, type Region, type Result } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import { type KeptBlob, keepBlobs } from '../blobs/keepBlobs.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import type { Search } from './loadSearch.ts';
import type { CarriedLock, FoundPlace } from './toCarry.ts';

/** What a look into one frame has come to. */
export type Outcome =
  | {
      readonly state: 'found';
      readonly place: FoundPlace;
      readonly region: Region;
      readonly intent: Intent;
      readonly growPx: number | null;
      readonly featherPx: number | null;
      readonly locks: readonly CarriedLock[];
      /** Of regions that are drawn by their samples. */
      readonly masks: readonly KeptBlob[];
    }
  | { readonly state: 'left_out'; readonly reason: LeftOutCode; readonly place: Partial<FoundPlace> | null };

/** Keeps it, and says when the last frame has been looked through. Done twice, it changes nothing. */
export async function keepFinding(
  ctx: Pick<Ctx, 'db' | 'now'>,
  search: Pick<Search, 'studioId' | 'carryId' | 'frameId' | 'target' | 'edit'>,
  outcome: Outcome,
): Promise<Result<null, Problem>> {
  const { studioId, carryId, frameId } = search;
  return writing(ctx.db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const where = { studioId, carryId, frameId, state: 'searching' } as const;
    const { count } = await tx.finding.updateMany({ where, data: dataOf(outcome, search.target?.versionId) });
    if (count === 0) return ok(null);
    if (outcome.state === 'found') await keepBlobs(tx, studioId, outcome.masks);
    const left = await tx.finding.count({ where: { studioId, carryId, state: 'searching' } });
    if (left === 0) {
      const data = { state: 'found', endedAt: ctx.now() } as const;
      await tx.carry.updateMany({ where: { id: carryId, state: 'finding' }, data });
    }
    record({
      topic: 'carry.found',
      subject: { kind: 'carry', id: carryId },
      scope: search.edit.scope,
      payload: {
        frameId,
        state: outcome.state,
        left,
        ...(outcome.state === 'left_out' ? { reason: outcome.reason } : {}),
      },
    });
    return ok(null);
  });
}

function dataOf(outcome: Outcome, versionId: string | undefined): Prisma.FindingUncheckedUpdateManyInput {
  const version = versionId ? { versionId } : {};
  const { state, place } = outcome;
  const kept = place ? { place: place as unknown as Prisma.InputJsonValue } : {};
  if (state === 'left_out') return { ...version, ...kept, state, reason: outcome.reason };
  const { region, intent, growPx, featherPx, locks } = outcome;
  return {
    ...version,
    ...kept,
    state,
    region,
    intent: intent as unknown as Prisma.InputJsonValue,
    growPx,
    featherPx,
    locks: locks as unknown as Prisma.InputJsonValue,
  };
}
