import type { Prisma } from '@pinpaint/db';
import type { VersionId } from '@pinpaint/domain';
import {
  type Author,
  type FoundWaiting,
  framesIn,
  pinOf,
  placeOf,
  type WaitingSearch,
  withPlace,
} from './waiting.ts';

const signOffs = ['sign_off', 'sign_off_changes'] as const;

const withWords = {
  frame: { include: withPlace },
  decisions: { orderBy: { createdAt: 'desc' }, include: { byGuest: { select: { name: true } } } },
  layers: {
    where: { visible: true },
    orderBy: { position: 'desc' },
    select: { layer: { select: { candidate: { select: { edit: { select: { pin: true } } } } } } },
  },
  children: { where: { state: { not: 'discarded' } }, select: { id: true }, take: 1 },
} as const satisfies Prisma.VersionInclude;

type VersionRow = Prisma.VersionGetPayload<{ include: typeof withWords }>;

/** Versions in review. A picture as it was uploaded is nobody's turn until a client has said something to it. */
export async function versionsToDecide(search: WaitingSearch): Promise<FoundWaiting[]> {
  const rows = await submitted(search, {
    frame: framesIn(search.projectsFor('version.decide')),
    OR: [{ number: { gt: 1 } }, { decisions: { some: { kind: { in: [...signOffs] } } } }],
  });
  return rows.map((row) => ({
    ...versionFacts(row),
    kind: 'decide',
    by: { personId: row.submittedBy ?? row.createdBy },
    signOff: signOffOf(row),
  }));
}

/** For clients with an account: what they have not said their word to yet. */
export async function versionsToSignOff(search: WaitingSearch): Promise<FoundWaiting[]> {
  const rows = await submitted(search, {
    frame: framesIn(search.projectsFor('version.signOff')),
    number: { gt: 1 },
    decisions: { none: { byPersonId: search.personId } },
  });
  return rows.map((row) => ({ ...versionFacts(row), kind: 'signOff' }));
}

/** Changes were requested, and nobody has begun another version. */
export async function versionsToRedo({
  ctx,
  studioId,
  projectsFor,
  atMost,
}: WaitingSearch): Promise<FoundWaiting[]> {
  const rows = await ctx.db.version.findMany({
    where: { studioId, state: 'changes_requested', frame: framesIn(projectsFor('version.submit')) },
    include: withWords,
    orderBy: { decidedAt: { sort: 'desc', nulls: 'last' } },
    take: atMost,
  });
  return rows
    .filter(({ children }) => children.length === 0)
    .map((row) => {
      const request = row.decisions.find(({ kind }) => kind === 'request_changes');
      return {
        ...versionFacts(row),
        kind: 'changes',
        at: (request?.createdAt ?? row.createdAt).toISOString(),
        by: request?.byPersonId ? { personId: request.byPersonId } : null,
        says: request?.comment ?? null,
      };
    });
}

/** A client asks for changes before anybody has decided, and nobody has begun another version: its makers may act on it at once. */
export async function versionsAskedBack(search: WaitingSearch): Promise<FoundWaiting[]> {
  const deciders = new Set(search.projectsFor('version.decide'));
  const rows = await submitted(search, {
    // Who decides has it as a decision, with the same words.
    frame: framesIn(search.projectsFor('version.withdraw').filter((id) => !deciders.has(id))),
    decisions: { some: { kind: 'sign_off_changes' } },
  });
  return rows.flatMap((row) => {
    const signOff = signOffOf(row);
    if (row.children.length > 0 || signOff?.kind !== 'sign_off_changes') return [];
    return [{ ...versionFacts(row), kind: 'changes' as const, at: signOff.at, by: signOff.by, signOff }];
  });
}

function submitted({ ctx, studioId, atMost }: WaitingSearch, where: Prisma.VersionWhereInput) {
  return ctx.db.version.findMany({
    where: { studioId, state: 'in_review', ...where },
    include: withWords,
    orderBy: { submittedAt: { sort: 'desc', nulls: 'last' } },
    take: atMost,
  });
}

/** What all of them say; the note is that of the topmost layer made for one. */
function versionFacts(row: VersionRow) {
  const pin = row.layers.map(({ layer }) => layer.candidate.edit.pin).find((one) => one !== null);
  return {
    ...placeOf(row.frame),
    at: (row.submittedAt ?? row.createdAt).toISOString(),
    pin: pin ? pinOf(pin) : null,
    version: { id: row.id as VersionId, number: row.number },
    by: null,
    says: null,
    signOff: null,
  };
}

/** Of each client the last word counts; of several clients, that of who wants changes. */
function signOffOf({ decisions, digest }: VersionRow): FoundWaiting['signOff'] {
  const heard = new Map<string | null, NonNullable<FoundWaiting['signOff']>>();
  for (const { kind, comment, createdAt, byGuest, byGuestId, byPersonId, ...decision } of decisions) {
    if ((kind !== 'sign_off' && kind !== 'sign_off_changes') || decision.digest !== digest) continue;
    const client = byGuestId ?? byPersonId;
    const by: Author = byGuest ? { guest: byGuest.name } : byPersonId ? { personId: byPersonId } : null;
    if (!heard.has(client)) heard.set(client, { kind, comment, at: createdAt.toISOString(), by });
  }
  const words = [...heard.values()];
  return words.find(({ kind }) => kind === 'sign_off_changes') ?? words[0] ?? null;
}
