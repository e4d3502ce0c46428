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
    include: {
      ...withWords,
      children: { where: { state: { not: 'discarded' } }, select: { id: true }, take: 1 },
    },
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

function signOffOf({ decisions, digest }: VersionRow): FoundWaiting['signOff'] {
  for (const { kind, comment, createdAt, byGuest, byPersonId, ...decision } of decisions) {
    if ((kind !== 'sign_off' && kind !== 'sign_off_changes') || decision.digest !== digest) continue;
    const by: Author = byGuest ? { guest: byGuest.name } : byPersonId ? { personId: byPersonId } : null;
    return { kind, comment, at: createdAt.toISOString(), by };
  }
  return null;
}
