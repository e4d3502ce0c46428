import type { Prisma } from '@pinpaint/db';
import { type EngineFacts, enginesFor, type Intent, wishText } from '@pinpaint/domain';
import { kitNamesOf, noKit } from '../kit/kitNames.ts';
import { readingOf } from '../pins/readingOf.ts';
import { connectedEngines } from '../workers/connectedEngines.ts';
import { unanswered } from './unanswered.sql.ts';
import {
  type Author,
  type FoundWaiting,
  framesIn,
  pinOf,
  placeOf,
  type WaitingSearch,
  withPlace,
} from './waiting.ts';

const withAuthor = {
  frame: { include: withPlace },
  byGuest: { select: { name: true } },
} as const satisfies Prisma.PinInclude;

type PinRow = Prisma.PinGetPayload<{ include: typeof withAuthor }>;

/** Candidates wait to be taken or discarded; a pin once, however many edits of it there are. */
export async function pinsToChoose(search: WaitingSearch): Promise<FoundWaiting[]> {
  const { ctx, studioId, projectsFor, atMost } = search;
  const pins = await ctx.db.pin.findMany({
    where: {
      studioId,
      state: 'proposed',
      frame: framesIn(projectsFor('candidate.accept')),
      edits: { some: { state: 'proposed' } },
    },
    include: {
      ...withAuthor,
      edits: { where: { state: 'proposed' }, orderBy: { id: 'desc' }, take: 1, select: { answeredAt: true } },
    },
    orderBy: { id: 'desc' },
    take: atMost,
  });
  return pins.map((pin) => {
    const at = pin.edits[0]?.answeredAt ?? pin.createdAt;
    return { ...pinFacts(pin), kind: 'choose', at: at.toISOString() };
  });
}

/** Open pins that are this person's or nobody's: their edit has failed, no engine can do them, or nobody has begun. */
export async function pinsToStart(search: WaitingSearch): Promise<FoundWaiting[]> {
  const { ctx, studioId, personId, projectsFor, atMost } = search;
  const [engines, pins] = await Promise.all([
    connectedEngines(ctx.db, { studioId, now: ctx.now() }),
    ctx.db.pin.findMany({
      where: {
        studioId,
        state: 'open',
        frame: framesIn(projectsFor('edit.start')),
        OR: [{ assigneeId: null }, { assigneeId: personId }],
      },
      include: {
        ...withAuthor,
        edits: {
          orderBy: { id: 'desc' },
          take: 1,
          select: { state: true, endedAt: true, failureSays: true },
        },
      },
      orderBy: { id: 'desc' },
      take: atMost,
    }),
  ]);
  const projectIds = pins.map(({ frame }) => frame.board.projectId);
  const kits = await kitNamesOf(ctx.db, { studioId, projectIds });
  return pins.map((pin) => {
    const [edit] = pin.edits;
    const kit = kits.get(pin.frame.board.projectId) ?? noKit;
    if (edit?.state !== 'failed') return { ...pinFacts(pin), ...whatItNeeds(readingOf(pin, kit), engines) };
    const at = edit.endedAt ?? pin.createdAt;
    return { ...pinFacts(pin), kind: 'failed', at: at.toISOString(), says: edit.failureSays };
  });
}

/** A guest has asked, and nobody has answered where they can read it. */
export async function pinsToAnswer(search: WaitingSearch): Promise<FoundWaiting[]> {
  const { ctx, studioId, projectsFor, atMost } = search;
  const threads = await unanswered(ctx.db, { studioId, projectIds: projectsFor('pin.assign'), atMost });
  const pins = await ctx.db.pin.findMany({
    where: { studioId, id: { in: threads.map(({ pinId }) => pinId) } },
    include: withAuthor,
  });
  const byId = new Map(pins.map((pin) => [pin.id, pin]));
  return threads.flatMap(({ pinId, at, guest, text }) => {
    const pin = byId.get(pinId);
    return pin ? [{ ...pinFacts(pin), kind: 'answer', at: at.toISOString(), by: { guest }, says: text }] : [];
  });
}

function whatItNeeds(
  { wish }: Intent,
  engines: readonly EngineFacts[],
): { kind: 'start' | 'engine'; says: string | null } {
  const isAble = !wish || enginesFor(wish.kind, engines).length > 0;
  return isAble ? { kind: 'start', says: null } : { kind: 'engine', says: wishText(wish) };
}

function pinFacts(pin: PinRow) {
  const by: Author = pin.byGuest
    ? { guest: pin.byGuest.name }
    : pin.byPersonId
      ? { personId: pin.byPersonId }
      : null;
  return {
    ...placeOf(pin.frame),
    at: pin.createdAt.toISOString(),
    pin: pinOf(pin),
    version: null,
    by,
    says: null,
    signOff: null,
  };
}
