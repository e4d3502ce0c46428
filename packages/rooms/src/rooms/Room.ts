import { messageTypes } from '@pinpaint/board';
import { encode, writeVarUint } from 'lib0/encoding';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import type * as Y from 'yjs';
import type { CloseReason } from '../sockets/closeCodes.ts';
import { roomLimits } from './limits.ts';
import { type PresenceEntry, presenceMessage } from './presence.ts';
import type { RoomMember } from './RoomMember.ts';
import type { UpdateLog } from './UpdateLog.ts';

export type RoomParts = {
  readonly doc: Y.Doc;
  readonly log: UpdateLog;
  /** What the document takes, roughly. */
  readonly bytes: number;
  /** The document can't be trusted any more; everybody has been sent away, and what is kept is to be read anew. */
  readonly onTorn: (error: unknown) => void;
};

/** One board's living document and who is connected to it. What changes the document is added to the log, whoever it comes from. */
export class Room {
  readonly doc: Y.Doc;
  readonly #log: UpdateLog;
  readonly #members = new Set<RoomMember>();
  readonly #presence = new Map<number, { readonly holder: RoomMember; entry: PresenceEntry }>();
  #bytes: number;
  readonly #onTorn: (error: unknown) => void;
  #closedFor: CloseReason | null = null;
  /** What a change that is being applied has brought about so far; null: none is. */
  #held: Uint8Array[] | null = null;

  constructor({ doc, log, bytes, onTorn }: RoomParts) {
    this.doc = doc;
    this.#log = log;
    this.#bytes = bytes;
    this.#onTorn = onTorn;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.#held) this.#held.push(update);
      else this.#publish(update, origin);
    });
  }

  /**
   * Applies what a member sent. Yjs has no way back from a change that goes wrong in the middle, so what it
   * did by then goes neither into the log nor to others, and the document is given up.
   */
  change<T>(member: RoomMember, apply: (doc: Y.Doc) => T): T {
    const held: Uint8Array[] = [];
    this.#held = held;
    try {
      const result = apply(this.doc);
      for (const update of held) this.#publish(update, member);
      return result;
    } catch (error) {
      this.close('serverFault');
      this.#onTorn(error);
      throw error;
    } finally {
      this.#held = null;
    }
  }

  enter(member: RoomMember): void {
    // It may have been closed while this one was on the way in.
    if (this.#closedFor) {
      member.close(this.#closedFor);
      return;
    }
    this.#members.add(member);
    // Who only looks has nothing to tell, so is not asked.
    if (member.mayWrite) member.send(this.#step1());
    this.tellPresence(member);
  }

  leave(member: RoomMember): void {
    this.#members.delete(member);
    for (const [clientId, { holder, entry }] of [...this.#presence]) {
      if (holder === member) {
        this.#presence.delete(clientId);
        this.#tellOthers(presenceMessage([{ ...entry, clock: entry.clock + 1, state: 'null' }]), member);
      }
    }
  }

  close(reason: CloseReason): void {
    this.#closedFor = reason;
    for (const member of [...this.#members]) member.close(reason);
  }

  step2(stateVector: Uint8Array): Uint8Array {
    return encode((encoder) => {
      writeVarUint(encoder, messageTypes.sync);
      writeSyncStep2(encoder, this.doc, stateVector);
    });
  }

  hasRoomFor(bytes: number): boolean {
    return this.#bytes + bytes <= roomLimits.documentBytes;
  }

  kept(): Promise<number> {
    return this.#log.kept();
  }

  /** Whether this client id is the member's to use. One's own older connection, that nobody has missed yet, gives way. */
  mayHold(member: RoomMember, clientId: number): boolean {
    const holder = this.#presence.get(clientId)?.holder;
    return !holder || holder === member || holder.personId === member.personId;
  }

  setPresence(member: RoomMember, entry: PresenceEntry): void {
    this.#presence.set(entry.clientId, { holder: member, entry });
    this.#tellOthers(presenceMessage([entry]), member);
  }

  tellPresence(member: RoomMember): void {
    const entries = [...this.#presence.values()].map(({ entry }) => entry);
    if (entries.length > 0) member.send(presenceMessage(entries));
  }

  #step1(): Uint8Array {
    return encode((encoder) => {
      writeVarUint(encoder, messageTypes.sync);
      writeSyncStep1(encoder, this.doc);
    });
  }

  #publish(update: Uint8Array, origin: unknown): void {
    this.#bytes += update.length;
    this.#log.add(update);
    this.#tellOthers(updateMessage(update), origin);
  }

  #tellOthers(message: Uint8Array, origin: unknown): void {
    for (const member of this.#members) if (member !== origin) member.send(message);
  }
}

function updateMessage(update: Uint8Array): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.sync);
    writeUpdate(encoder, update);
  });
}
