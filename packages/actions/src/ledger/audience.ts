import type { StoredEvent } from '@pinpaint/db';
import { type Action, may, type SubjectKind, type Topic, type VersionState } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';

/** An event as somebody hears of it. */
export type FeedEvent = {
  readonly seq: number;
  readonly at: string;
  readonly topic: Topic;
  /** To clients and guests the id is null unless it is their own. */
  readonly actor: { readonly kind: StoredEvent['actor']['kind']; readonly id: string | null };
  readonly subject: StoredEvent['subject'];
  readonly projectId: string | null;
  readonly boardId: string | null;
  readonly frameId: string | null;
  readonly payload: StoredEvent['payload'];
};

/** What of an event the actor may hear; null: nothing, not even that it happened. */
export function heardBy(actor: Actor, event: StoredEvent): FeedEvent | null {
  const role = roleIn(actor, {
    ...(event.projectId ? { projectId: event.projectId } : {}),
    ...(event.boardId ? { boardId: event.boardId } : {}),
  });
  if (!role) return null;
  if (may(role, 'event.read')) {
    const isOwn =
      event.actor.kind === 'person' && actor.kind === 'person' && event.actor.id === actor.personId;
    const heard =
      may(role, houseHears[event.subject.kind]) ||
      (isOwn && ['token', 'session'].includes(event.subject.kind));
    return heard ? asHeard(event) : null;
  }
  return heardByCustomer(actor, event);
}

/** Beyond `event.read`: what somebody of the house must be allowed to, to hear of a thing. */
const houseHears = {
  studio: 'event.read',
  member: 'member.read',
  /** These two are heard by their owner too. */
  token: 'member.manage',
  session: 'member.manage',
  project: 'project.read',
  artwork: 'kit.read',
  colour: 'kit.read',
  board: 'board.read',
  link: 'link.read',
  guest: 'link.read',
  frame: 'frame.read',
  series: 'series.read',
  carry: 'edit.read',
  lock: 'lock.read',
  pin: 'pin.read',
  edit: 'edit.read',
  candidate: 'edit.read',
  layer: 'edit.read',
  version: 'version.read',
  rendition: 'rendition.read',
  worker: 'worker.read',
} as const satisfies Record<SubjectKind, Action>;

/**
 * What clients and guests hear of, with the fields of its payload they may read. What is not here does
 * not exist for them: engines, queue, money, drafts, who in the studio did what.
 */
const customersHear: Partial<Record<Topic, readonly string[]>> = {
  'project.changed': [],
  'board.created': [],
  'board.changed': [],
  'frame.ingested': [],
  'frame.changed': [],
  'frame.derived': [],
  'pin.placed': ['number'],
  'pin.commented': [],
  'pin.changed': [],
  'pin.moved': [],
  'version.moved': ['to'],
  'version.rendered': [],
  'version.decided': ['kind'],
  'version.signed-off': ['kind'],
  'rendition.made': [],
};

function heardByCustomer(actor: Actor, event: StoredEvent): FeedEvent | null {
  const fields = customersHear[event.topic];
  if (!fields || isInternal(event)) return null;
  const own = actor.kind === 'person' ? actor.personId : actor.guestId;
  const payload = Object.entries(payloadOf(event)).filter(([name]) => fields.includes(name));
  return {
    ...asHeard(event),
    actor: { kind: event.actor.kind, id: event.actor.id === own ? own : null },
    payload: Object.fromEntries(payload) as FeedEvent['payload'],
  };
}

const shownStates: readonly unknown[] = [
  'in_review',
  'changes_requested',
  'approved',
  'superseded',
] satisfies VersionState[];

/** The studio's own talk, and moves between states that customers never see. */
function isInternal({ topic, ...event }: StoredEvent): boolean {
  const { internal, from, to } = payloadOf(event);
  if (topic === 'pin.commented') return internal === true;
  if (topic === 'version.moved') return !shownStates.includes(from) && !shownStates.includes(to);
  return false;
}

function payloadOf({ payload }: Pick<StoredEvent, 'payload'>): Readonly<Record<string, unknown>> {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? { ...payload } : {};
}

function asHeard(event: StoredEvent): FeedEvent {
  const { seq, at, topic, actor, subject, projectId, boardId, frameId, payload } = event;
  return { seq, at, topic, actor, subject, projectId, boardId, frameId, payload };
}
