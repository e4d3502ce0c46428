import type { DeedActor } from '@pinpaint/db';
import type {
  ActorRole,
  BoardId,
  GuestId,
  LinkId,
  PersonId,
  ProjectId,
  Role,
  SessionId,
  StudioId,
  TokenId,
} from '@pinpaint/domain';

/** A member of a studio, known by a token or a session. A role in a project counts there instead of the studio's. */
export type PersonActor = {
  readonly kind: 'person';
  readonly studioId: StudioId;
  readonly personId: PersonId;
  readonly studioRole: Role | null;
  readonly projectRoles: ReadonlyMap<ProjectId, Role>;
  /** Only of who has signed in in a browser. */
  readonly sessionId?: SessionId;
};

/** Somebody who came through a review link: sees the link's project, or the one board it is for. */
export type GuestActor = {
  readonly kind: 'guest';
  readonly studioId: StudioId;
  readonly guestId: GuestId;
  readonly linkId: LinkId;
  readonly projectId: ProjectId;
  /** null: every board of the project. */
  readonly boardId: BoardId | null;
  readonly mayComment: boolean;
  readonly maySignOff: boolean;
};

export type Actor = PersonActor | GuestActor;

/** An engine worker's token; studioId null = the whole installation. Never an Actor: it does work, it decides nothing. */
export type WorkerActor = { readonly tokenId: TokenId; readonly studioId: StudioId | null };

export function deedActor(actor: Actor): DeedActor {
  return actor.kind === 'person'
    ? { kind: 'person', id: actor.personId }
    : { kind: 'guest', id: actor.guestId };
}

/** For what only members may do; asked after the right was, so a guest here is a bug. */
export function personIdOf(actor: Actor): PersonId {
  if (actor.kind === 'guest') throw new Error('A guest came where only members may be');
  return actor.personId;
}

/** Authorship columns of what an actor writes. */
export function authorOf(actor: Actor): { byPersonId: string } | { byGuestId: string } {
  return actor.kind === 'person' ? { byPersonId: actor.personId } : { byGuestId: actor.guestId };
}

/** The role an actor has in a place; null = none, and then the place does not exist for them. */
export function roleIn(actor: Actor, place: Place): ActorRole | null {
  if (actor.kind === 'person') {
    return (place.projectId && actor.projectRoles.get(place.projectId)) || actor.studioRole;
  }
  const inside =
    place.projectId === actor.projectId &&
    (!actor.boardId || !place.boardId || place.boardId === actor.boardId);
  return inside ? 'guest' : null;
}

/** Where something lies. A studio-wide question has neither. */
export type Place = { readonly projectId?: ProjectId; readonly boardId?: BoardId };
