import { type BoardId, ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { AdmitCtx } from '../access/admit.ts';
import { hashSecret, kindOfSecret, newSecret } from '../access/secrets.ts';
import { findBoard } from '../boards/findBoard.ts';
import { type Problem, problem } from '../problem.ts';
import { chooseNode } from './chooseNode.ts';
import { type RoomAccess, roomAccess } from './roomAccess.ts';
import { roomNodes } from './roomNodes.sql.ts';

/** Long enough to connect, short enough that one found in a log opens nothing. */
const passMs = 60_000;

export type RoomDoor = {
  readonly room: string;
  /** Where the room is kept: an address, or a path of the pages' own; null: the pages' own. */
  readonly at: string | null;
  /** A pass: lets this person into this room until it expires; who is in by then stays. */
  readonly token: string;
  readonly expiresAt: string;
  readonly access: RoomAccess;
};

export type OpenRoom = {
  readonly boardId: BoardId;
  /** What the actor was known by: when it is no longer good, neither is what it opened. */
  readonly secret: string;
};

export async function openRoom(
  ctx: AdmitCtx,
  actor: Actor,
  { boardId, secret }: OpenRoom,
): Promise<Result<RoomDoor, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'room.read' });
  if (!found.ok) return found;
  const access = await roomAccess(ctx, actor, boardId);
  if (!access.ok) return access;
  const byKind = kindOfSecret(secret);
  if (!byKind) return problem('auth.invalid');
  const now = ctx.now();
  const pass = newSecret('room');
  const expiresAt = new Date(now.getTime() + passMs);
  await ctx.db.roomPass.deleteMany({ where: { expiresAt: { lt: now } } });
  await ctx.db.roomPass.create({
    data: {
      hash: pass.hash,
      studioId: actor.studioId,
      boardId,
      byKind,
      byHash: hashSecret(secret),
      expiresAt,
    },
  });
  const node = chooseNode(await roomNodes(ctx.db, { studioId: actor.studioId, boardId }), boardId);
  return ok({
    room: `board/${boardId}`,
    at: node?.url ?? null,
    token: pass.secret,
    expiresAt: expiresAt.toISOString(),
    access: access.value,
  });
}
