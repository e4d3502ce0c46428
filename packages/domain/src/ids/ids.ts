import { v7, validate, version } from 'uuid';

declare const brand: unique symbol;
/** A string that only a parser can make into an id of its kind. */
type Id<Name extends string> = string & { readonly [brand]: Name };

export type StudioId = Id<'studio'>;
export type PersonId = Id<'person'>;
export type ProjectId = Id<'project'>;
export type BoardId = Id<'board'>;
export type FrameId = Id<'frame'>;
export type VersionId = Id<'version'>;
export type LayerId = Id<'layer'>;
export type PinId = Id<'pin'>;
export type LockId = Id<'lock'>;
export type EditId = Id<'edit'>;
export type SelectionId = Id<'selection'>;
export type CandidateId = Id<'candidate'>;
export type DecisionId = Id<'decision'>;
export type RenditionId = Id<'rendition'>;
export type ArtworkId = Id<'artwork'>;
export type KitColourId = Id<'colour'>;
export type LinkId = Id<'link'>;
export type GuestId = Id<'guest'>;
export type WorkerId = Id<'worker'>;
export type TokenId = Id<'token'>;
export type SessionId = Id<'session'>;
export type MemberId = Id<'member'>;
export type SeriesId = Id<'series'>;
export type CarryId = Id<'carry'>;
export type EventId = Id<'event'>;

/** A new UUIDv7: ordered by time, so that primary keys stay close together in their index. */
export function newId<I extends Id<string>>(): I {
  return v7() as I;
}

/** @returns the id, or null when the text is no UUIDv7. */
export function parseId<I extends Id<string>>(text: string): I | null {
  return validate(text) && version(text) === 7 ? (text.toLowerCase() as I) : null;
}
