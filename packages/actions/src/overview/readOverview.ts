import type { Prisma } from '@pinpaint/db';
import { type ActorRole, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, type PersonActor, roleIn } from '../access/actor.ts';
import { mayInStudio } from '../access/projectScope.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { boardFacts } from './boardFacts.sql.ts';
import { boardPictures } from './boardPictures.sql.ts';
import { openLinks } from './openLinks.sql.ts';
import { type OverviewProject, toOverviewProject } from './toOverviewProject.ts';

export type Overview = {
  /** Newest first. */
  readonly projects: readonly OverviewProject[];
  /** There is more than fits; lists of projects and boards have all. */
  readonly isCut: boolean;
};

export type ReadOverview = {
  /** What has been put away instead: archived projects, and archived boards of the others. */
  readonly archived: boolean;
};

/** A studio with more at once has forgotten to archive. Three queries whatever their number, each bounded by these. */
const projectLimit = 100;
const boardLimit = 400;
const picturesOfBoard = 6;

/** All one sees when one comes in: projects, boards, what they look like and where they stand. */
export async function readOverview(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  { archived }: ReadOverview,
): Promise<Result<Overview, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const { db } = ctx;
  const { studioId } = actor;
  const rows = await db.project.findMany({
    where: projectsWhere(actor, archived),
    include: { boards: { where: boardsWhere(archived), orderBy: { id: 'asc' }, take: boardLimit } },
    orderBy: { id: 'desc' },
    take: projectLimit + 1,
  });
  const projects = withinBoards(rows.slice(0, projectLimit));
  const boardIds = projects.flatMap(({ boards }) => boards.map(({ id }) => id));
  const projectIds = projects.map(({ id }) => id);
  const [facts, pictures, links] = await Promise.all([
    boardFacts(db, { studioId, boardIds }),
    boardPictures(db, { studioId, boardIds, atMost: picturesOfBoard }),
    openLinks(db, { studioId, projectIds, now: ctx.now() }),
  ]);
  const known = { facts: byKey(facts, 'boardId'), pictures, links: byKey(links, 'projectId') };
  return ok({
    projects: projects.map((row) => toOverviewProject(row, { ...known, role: roleOf(actor, row.id) })),
    isCut: rows.length > projectLimit || boardIds.length === boardLimit,
  });
}

function projectsWhere(actor: PersonActor, archived: boolean): Prisma.ProjectWhereInput {
  const mine = mayInStudio(actor, 'project.read') ? {} : { id: { in: [...actor.projectRoles.keys()] } };
  const state = archived
    ? { OR: [{ archivedAt: { not: null } }, { boards: { some: { archivedAt: { not: null } } } }] }
    : { archivedAt: null };
  return { studioId: actor.studioId, ...mine, ...state };
}

function boardsWhere(archived: boolean): Prisma.BoardWhereInput {
  return archived
    ? { OR: [{ archivedAt: { not: null } }, { project: { archivedAt: { not: null } } }] }
    : { archivedAt: null };
}

/** As many boards as all projects together may show. */
function withinBoards<P extends { readonly boards: readonly unknown[] }>(projects: readonly P[]): P[] {
  let left = boardLimit;
  return projects.map((project) => {
    const boards = project.boards.slice(0, left);
    left -= boards.length;
    return { ...project, boards };
  });
}

function roleOf(actor: PersonActor, projectId: string): ActorRole {
  return roleIn(actor, { projectId: projectId as ProjectId }) ?? 'viewer';
}

function byKey<K extends string, T extends Readonly<Record<K, string>>>(rows: readonly T[], key: K) {
  return new Map<string, T>(rows.map((row) => [row[key], row]));
}
