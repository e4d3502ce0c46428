import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { newestPage, type Page, type PageWish, toPage } from '../access/page.ts';
import type { Ctx } from '../ctx.ts';
import { findFrames } from '../frames/findFrames.ts';
import type { Problem } from '../problem.ts';
import { isCustomer, shownToCustomers } from './findVersion.ts';
import {
  type ClientVersion,
  namesInVersions,
  toVersionFor,
  type Version,
  versionParts,
} from './toVersion.ts';

/** The versions of all of a board's frames, newest first; a customer sees those that were shown to them. */
export async function listBoardVersions(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { boardId, ...wish }: PageWish & { readonly boardId: BoardId },
): Promise<Result<Page<Version | ClientVersion>, Problem>> {
  const found = await findFrames(ctx.db, actor, { of: { boardId }, action: 'version.read' });
  if (!found.ok) return found;
  const { scope, where } = found.value;
  const { where: after, ...page } = newestPage(wish);
  const rows = await ctx.db.version.findMany({
    where: {
      studioId: actor.studioId,
      ...where,
      ...(isCustomer(actor, scope) ? { state: { in: [...shownToCustomers] } } : {}),
      ...after,
    },
    include: versionParts,
    ...page,
  });
  const role = roleIn(actor, scope) ?? 'guest';
  const names = await namesInVersions(ctx.db, rows);
  return ok(toPage(rows, wish, (row) => toVersionFor(row, { role, names })));
}
