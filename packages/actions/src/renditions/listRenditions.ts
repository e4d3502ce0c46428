import { ok, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findVersion, isCustomer } from '../versions/findVersion.ts';
import { type Rendition, toRendition, withoutProvenance } from './toRendition.ts';

/** What was made of a version: of its samples one file of each format at most, and what steps have made of it. */
export async function listRenditions(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { versionId }: { readonly versionId: VersionId },
): Promise<Result<readonly Rendition[], Problem>> {
  const found = await findVersion(ctx.db, actor, { versionId, action: 'rendition.read' });
  if (!found.ok) return found;
  const rows = (await ctx.db.rendition.findMany({ where: { versionId }, orderBy: { id: 'asc' } })).map(
    toRendition,
  );
  return ok(isCustomer(actor, found.value.scope) ? rows.map(withoutProvenance) : rows);
}
