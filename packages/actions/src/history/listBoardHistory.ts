import { type BoardId, ok, type Result } from '@pinpaint/domain';
import { listMoments, type Moment, type MomentKind } from '@pinpaint/rooms/history';
import type { Actor } from '../access/actor.ts';
import { type Author, type Names, namesOf } from '../access/names.ts';
import type { Page } from '../access/page.ts';
import { findBoard } from '../boards/findBoard.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

export type ListBoardHistory = {
  readonly boardId: BoardId;
  readonly each: MomentKind;
  /** A page's last `next`: what came before that. */
  readonly after: number | null;
  readonly since: number;
  readonly limit: number;
  /** Aborted: nobody waits for it any more. */
  readonly signal?: AbortSignal;
};

export type BoardMoment = Omit<Moment, 'personIds' | 'from' | 'to' | 'changes'> & {
  readonly from: string;
  readonly to: string;
  readonly people: readonly Author[];
  readonly changes: { readonly [P in keyof Moment['changes']]: Counts };
  /** Frames that were placed or moved. */
  readonly frameIds: readonly string[];
};

type Counts = { readonly added: number; readonly changed: number; readonly removed: number };

/** What people did on a board, newest first. */
export async function listBoardHistory(
  ctx: Pick<Ctx, 'db' | 'pasts'>,
  actor: Actor,
  { boardId, after, signal, ...wish }: ListBoardHistory,
): Promise<Result<Page<BoardMoment>, Problem>> {
  const found = await findBoard(ctx.db, actor, { boardId, action: 'room.read' });
  if (!found.ok) return found;
  const at = { studioId: actor.studioId, boardId };
  const page = await listMoments({ ...ctx, signal }, at, { ...wish, before: after });
  if (!page.ok) return problem(page.error.code);
  const { items, next } = page.value;
  const names = await namesOf(
    ctx.db,
    items.flatMap(({ personIds }) => personIds),
  );
  return ok({ items: items.map((item) => toMoment(item, names)), next: next === null ? null : `${next}` });
}

/** More of them nobody counts on a screen. */
const mostFrames = 200;

function toMoment({ personIds, from, to, changes, ...moment }: Moment, names: Names): BoardMoment {
  const { frames, groups, regions, strokes, stickies, drawings } = changes;
  return {
    ...moment,
    from: from.toISOString(),
    to: to.toISOString(),
    people: personIds.map((id) => ({ kind: 'person', id, name: names.get(id) || null })),
    changes: {
      frames: count(frames),
      groups: count(groups),
      regions: count(regions),
      strokes: count(strokes),
      stickies: count(stickies),
      drawings: count(drawings),
    },
    frameIds: [...frames.added, ...frames.changed].slice(0, mostFrames),
  };
}

function count({ added, changed, removed }: Moment['changes']['frames']): Counts {
  return { added: added.length, changed: changed.length, removed: removed.length };
}
