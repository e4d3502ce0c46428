import type { Prisma } from '@pinpaint/db';
import { ok, type Result } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import { mayInStudio } from '../access/projectScope.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';

type Named = { readonly id: string; readonly name: string };

/** Something that holds the text, and where it is. */
export type Found = {
  readonly kind: 'board' | 'frame' | 'pin';
  readonly id: string;
  /** Its name; a pin's note. */
  readonly text: string;
  readonly project: Named;
  readonly board: Named;
  /** null: it is the board itself. */
  readonly frame: Named | null;
};

export type SearchStudio = { readonly text: string };

/** Of each kind: more than that is better looked for by more letters. */
const foundAtMost = 10;

/** Boards, frames and pins with this text in name or note, newest first, of projects one has a role in; archived ones out. */
export async function searchStudio(
  { db }: Pick<Ctx, 'db'>,
  actor: Actor,
  { text }: SearchStudio,
): Promise<Result<readonly Found[], Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { studioId } = actor;
  const mine = mayInStudio(actor, 'project.read') ? {} : { id: { in: [...actor.projectRoles.keys()] } };
  const board: Prisma.BoardWhereInput = { archivedAt: null, project: { archivedAt: null, ...mine } };
  const contains = { contains: literally(text.trim()), mode: 'insensitive' as const };
  const newest = { orderBy: { id: 'desc' as const }, take: foundAtMost };
  const [boards, frames, pins] = await Promise.all([
    db.board.findMany({ where: { studioId, name: contains, ...board }, include: withProject, ...newest }),
    db.frame.findMany({
      where: { studioId, name: contains, archivedAt: null, board },
      include: withBoard,
      ...newest,
    }),
    db.pin.findMany({
      where: { studioId, note: contains, frame: { archivedAt: null, board } },
      include: { frame: { include: withBoard } },
      ...newest,
    }),
  ]);
  return ok([
    ...boards.map((row) => ({
      kind: 'board' as const,
      id: row.id,
      text: row.name,
      ...placeOf(row),
      frame: null,
    })),
    ...frames.map((row) => ({
      kind: 'frame' as const,
      id: row.id,
      text: row.name,
      ...placeOf(row.board),
      frame: { id: row.id, name: row.name },
    })),
    ...pins.map(({ id, note, frame }) => ({
      kind: 'pin' as const,
      id,
      text: note,
      ...placeOf(frame.board),
      frame: { id: frame.id, name: frame.name },
    })),
  ]);
}

const withProject = { project: { select: { id: true, name: true } } } as const;
const withBoard = { board: { include: withProject } } as const;

function placeOf({ id, name, project }: Named & { readonly project: Named }) {
  return { project: { id: project.id, name: project.name }, board: { id, name } };
}

/** Prisma hands % and _ to LIKE as they are, and then they stand for anything. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
