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
};

/** One board's living document and who is connected to it. What changes the document is added to the log, whoever it comes from. */
export class Room {
  readonly doc: Y.Doc;
  readonly #log: UpdateLog;
  readonly #members = new Set<RoomMember>();
  readonly #presence = new Map<number, { readonly holder: RoomMember; entry: PresenceEntry }>();
  #bytes: number;
  #closedFor: CloseReason | null = null;

  constructor({ doc, log, bytes }: RoomParts) {
    this.doc = doc;
    this.#log = log;
    this.#bytes = bytes;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#bytes += update.length;
      log.add(update);
      this.#tellOthers(updateMessage(update), origin);
    });
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
