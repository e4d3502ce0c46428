import { type FrameId, ok, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import type { Problem } from '../problem.ts';
import { isCustomer, shownToCustomers } from './findVersion.ts';
import {
  type ClientVersion,
  namesInVersions,
  toVersionFor,
  type Version,
  versionParts,
} from './toVersion.ts';

export type ListVersions = {
  readonly frameId: FrameId;
  /** A version's number: those before it. */
  readonly before?: number | undefined;
  readonly limit: number;
};

export type VersionPage = {
  readonly items: readonly (Version | ClientVersion)[];
  /** The number to go on before; null: this was all. */
  readonly next: number | null;
};

/** A frame's versions, newest first; a customer sees those that were shown to them. */
export async function listVersions(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { frameId, before, limit }: ListVersions,
): Promise<Result<VersionPage, Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'version.read' });
  if (!found.ok) return found;
  const { scope } = found.value;
  const rows = await ctx.db.version.findMany({
    where: {
      studioId: actor.studioId,
      frameId,
      ...(isCustomer(actor, scope) ? { state: { in: [...shownToCustomers] } } : {}),
      ...(before === undefined ? {} : { number: { lt: before } }),
    },
    include: versionParts,
    orderBy: { number: 'desc' },
    take: limit + 1,
  });
  const role = roleIn(actor, scope) ?? 'guest';
  const names = await namesInVersions(ctx.db, rows);
  const items = rows.slice(0, limit).map((row) => toVersionFor(row, { role, names }));
  return ok({ items, next: rows.length > limit ? (items.at(-1)?.number ?? null) : null });
}
