import { type BoardId, type FrameId, ok, type PinId, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { newestPage, type Page, type PageWish, toPage } from '../access/page.ts';
import { findBoard } from '../boards/findBoard.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { type ChargeRow, chargesOfBoard } from './chargesOfBoard.sql.ts';

/** What a service was asked for besides edits. */
export type Charge = {
  readonly id: string;
  readonly kind: 'film' | 'reading';
  readonly frameId: FrameId;
  /** Of a reading: whose note. */
  readonly pinId: PinId | null;
  /** What it came to; until that is known the most that it may come to. */
  readonly usd: number;
  readonly createdAt: string;
};

type ListCharges = PageWish & { readonly boardId: BoardId };

/** Films and readings of a board, newest first: they are under the same limits as its edits. */
export async function listCharges(
  ctx: Ctx,
  actor: Actor,
  { boardId, ...wish }: ListCharges,
): Promise<Result<Page<Charge>, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'edit.read' });
  if (!found.ok) return found;
  const { projectId } = found.value.scope;
  const { take } = newestPage(wish);
  const at = { studioId: actor.studioId, projectId, boardId, after: wish.after, take };
  return ok(toPage(await chargesOfBoard(ctx.db, at), wish, toCharge));
}

function toCharge({ id, kind, frameId, pinId, usd, createdAt }: ChargeRow): Charge {
  const of = { frameId: frameId as FrameId, pinId: pinId as PinId | null };
  return { id, kind, ...of, usd, createdAt: createdAt.toISOString() };
}
