import type { Db, Prisma, Tx } from '@pinpaint/db';
import { type Action, ok, type RenditionId, type Result, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion, isCustomer, type VersionAt } from '../versions/findVersion.ts';
import { type Rendition, toRendition, withoutProvenance } from './toRendition.ts';

export type RenditionAt = Rendition & {
  readonly versionNumber: number;
  readonly frameName: string;
};

/** Seen by whoever sees its version. */
export async function findRendition(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { renditionId }: { readonly renditionId: RenditionId },
): Promise<Result<RenditionAt, Problem>> {
  const found = await findRenditionRow(ctx.db, actor, { renditionId, action: 'rendition.read' });
  if (!found.ok) return found;
  const { row, version } = found.value;
  const rendition = toRendition(row);
  const { number: versionNumber, frame, scope } = version;
  const seen = isCustomer(actor, scope) ? withoutProvenance(rendition) : rendition;
  return ok({ ...seen, versionNumber, frameName: frame.name });
}

/** With its version, when the actor may do this with it. */
export async function findRenditionRow(
  db: Db | Tx,
  actor: Actor,
  { renditionId, action }: { readonly renditionId: RenditionId; readonly action: Action },
): Promise<Result<{ readonly row: Prisma.RenditionModel; readonly version: VersionAt }, Problem>> {
  const row = await db.rendition.findFirst({ where: { id: renditionId, studioId: actor.studioId } });
  if (!row) return problem('rendition.not-found', { renditionId });
  const found = await findVersion(db, actor, { versionId: row.versionId as VersionId, action });
  if (found.ok) return ok({ row, version: found.value });
  return found.error.code === 'version.not-found' ? problem('rendition.not-found', { renditionId }) : found;
}
