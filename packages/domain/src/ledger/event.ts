import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from '../digests/canonicalJson.ts';
import { sha256Hex } from '../digests/sha256Hex.ts';
import type { BoardId, EventId, FrameId, ProjectId, StudioId } from '../ids/ids.ts';
import type { SubjectKind, Topic } from './topics.ts';

export type ActorKind = 'person' | 'guest' | 'worker' | 'system';

export type LedgerEvent = {
  readonly studioId: StudioId;
  /** 1, 2, 3… within the studio, without a gap; below 2^53. */
  readonly seq: number;
  readonly id: EventId;
  /** As `Date.toISOString` gives it: UTC, milliseconds. Kept as text, since a database may round. */
  readonly at: string;
  readonly topic: Topic;
  readonly actor: { readonly kind: ActorKind; readonly id: string };
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly projectId: ProjectId | null;
  readonly boardId: BoardId | null;
  readonly frameId: FrameId | null;
  /** Ids, states, digests and salted hashes; never a name or a text, which a person may have erased. */
  readonly payload: Json;
};

/** What the first event of a studio has as the hash of the one before. */
export function genesisHash(studioId: StudioId): string {
  return sha256Hex(`pinpaint/ledger/1\n${studioId}`);
}

export function eventHash(prevHash: string, event: LedgerEvent): string {
  const { studioId, seq, id, at, topic, projectId, boardId, frameId, payload } = event;
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError(`No place in a chain: ${seq}`);
  const actor = { kind: event.actor.kind, id: event.actor.id };
  const subject = { kind: event.subject.kind, id: event.subject.id };
  return sha256Hex(
    canonicalJson({
      prevHash,
      studioId,
      seq,
      id,
      at,
      topic,
      actor,
      subject,
      projectId,
      boardId,
      frameId,
      payload,
    }),
  );
}

/**
 * HMAC-SHA-256 of a text under its salt. The salt is kept beside the text and erased with it: a salt
 * that outlived it would let names be found again by trying them.
 */
export function saltedHash(salt: string, text: string): string {
  const utf8 = new TextEncoder();
  return bytesToHex(hmac(sha256, utf8.encode(salt), utf8.encode(text)));
}
