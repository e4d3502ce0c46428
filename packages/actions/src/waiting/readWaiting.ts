import type { Db } from '@pinpaint/db';
import { may, ok, type ProjectId, type Result } from '@pinpaint/domain';
import { type Actor, type PersonActor, roleIn } from '../access/actor.ts';
import { mayInStudio } from '../access/projectScope.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import type { Author, FoundWaiting, Waiting, WaitingSearch } from './waiting.ts';
import { pinsToAnswer, pinsToChoose, pinsToStart } from './waitingPins.ts';
import { versionsAskedBack, versionsToDecide, versionsToRedo, versionsToSignOff } from './waitingVersions.ts';

export type WaitingList = {
  /** Newest first. */
  readonly items: readonly Waiting[];
  /** There is more than is listed. */
  readonly isCut: boolean;
};

/** What somebody gets done in a day, and more than they read. */
const listLimit = 50;
const projectLimit = 500;

/** What waits for this person, over all their projects. */
export async function readWaiting(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
): Promise<Result<WaitingList, Problem>> {
  if (actor.kind === 'guest') return problem('studio.not-found');
  const search = await searchOf(ctx, actor);
  const found = await Promise.all(
    [
      versionsToDecide,
      versionsToSignOff,
      versionsToRedo,
      versionsAskedBack,
      pinsToChoose,
      pinsToStart,
      pinsToAnswer,
    ].map((look) => look(search)),
  );
  const all = oncePerPin(found.flat()).toSorted((a, b) => b.at.localeCompare(a.at));
  const shown = all.slice(0, listLimit);
  const names = await namesOf(ctx.db, shown);
  return ok({ items: shown.map((item) => named(item, names)), isCut: all.length > listLimit });
}

async function searchOf(ctx: Pick<Ctx, 'db' | 'now'>, actor: PersonActor): Promise<WaitingSearch> {
  const { studioId, personId } = actor;
  const mine = mayInStudio(actor, 'project.read') ? {} : { id: { in: [...actor.projectRoles.keys()] } };
  const rows = await ctx.db.project.findMany({
    where: { studioId, archivedAt: null, ...mine },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: projectLimit,
  });
  const roles = rows.map(({ id }) => {
    const projectId = id as ProjectId;
    return { projectId, role: roleIn(actor, { projectId }) };
  });
  return {
    ctx,
    studioId,
    personId,
    projectsFor: (action) =>
      roles.flatMap(({ projectId, role }) => (role && may(role, action) ? [projectId] : [])),
    atMost: listLimit + 1,
  };
}

/** A client's question about an open pin is one thing to do, not two. */
function oncePerPin(found: readonly FoundWaiting[]): FoundWaiting[] {
  const asked = new Set(found.flatMap(({ kind, pin }) => (kind === 'answer' && pin ? [pin.id] : [])));
  return found.filter(({ kind, pin }) => !pin || kind !== 'start' || !asked.has(pin.id));
}

type Names = ReadonlyMap<string, string>;

async function namesOf(db: Db, items: readonly FoundWaiting[]): Promise<Names> {
  const authors = items.flatMap(({ by, signOff }) => [by, signOff?.by ?? null]);
  const ids = authors.flatMap((author) => (author && 'personId' in author ? [author.personId] : []));
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function named({ by, signOff, ...item }: FoundWaiting, names: Names): Waiting {
  const { by: signer, ...said } = signOff ?? { by: null };
  return {
    ...item,
    by: asAuthor(by, names),
    signOff: 'kind' in said ? { ...said, name: asAuthor(signer, names)?.name ?? null } : null,
  };
}

function asAuthor(author: Author, names: Names): Waiting['by'] {
  if (!author) return null;
  if ('guest' in author) return { kind: 'guest', name: author.guest };
  const name = names.get(author.personId);
  return name === undefined ? null : { kind: 'person', name };
}
