import { messageTypes, refusedMessage, savedMessage } from '@pinpaint/board';
import { createDecoder, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync';
import { decodeUpdate } from 'yjs';
import { Allowance } from '../sockets/Allowance.ts';
import type { CloseReason } from '../sockets/closeCodes.ts';
import { Packet } from '../sockets/Packet.ts';
import { Gaps } from './Gaps.ts';
import { roomLimits } from './limits.ts';
import { asOwnPresence, findPresence, type PresentPerson } from './presence.ts';
import type { Room } from './Room.ts';
import type { Share } from './Shares.ts';
import { scanUpdate } from './scanUpdate.ts';

/** The wire to one client, whatever it is made of. */
export interface Line {
  /** @returns how many bytes of it go over the wire */
  send(packet: Packet): number;
  readonly bufferedBytes: number;
  close(reason: CloseReason): void;
}

export type MemberOptions = {
  readonly room: Room;
  readonly line: Line;
  readonly personId: string;
  /** As who others see them; null: as whoever they say. */
  readonly person: PresentPerson | null;
  readonly mayWrite: boolean;
  readonly share: Share;
  readonly nowMs: () => number;
};

/** One connection to a room, from its entry to its end. */
export class RoomMember {
  readonly personId: string;
  readonly mayWrite: boolean;
  readonly #room: Room;
  readonly #line: Line;
  readonly #person: PresentPerson | null;
  readonly #share: Share;
  readonly #nowMs: () => number;
  readonly #messages: Allowance;
  readonly #bytes: Allowance;
  readonly #changes: Allowance;
  readonly #presence: Allowance;
  readonly #presenceAsked: Allowance;
  /** What it has sent that waits for what it builds on. */
  readonly gaps = new Gaps();
  #clientId: number | null = null;
  /** Sync messages with changes that have been applied so far. */
  #applied = 0;
  /** It read too slowly, and has not heard of all cursors. */
  #hasMissed = false;
  /** A change of its could not be taken, so none after it may be. */
  #isRefused = false;
  #isGone = false;

  constructor({ room, line, personId, person, mayWrite, share, nowMs }: MemberOptions) {
    this.#room = room;
    this.#line = line;
    this.#person = person;
    this.personId = personId;
    this.mayWrite = mayWrite;
    this.#share = share;
    this.#nowMs = nowMs;
    this.#messages = new Allowance(roomLimits.messages, nowMs);
    this.#bytes = new Allowance(roomLimits.lineBytes, nowMs);
    this.#changes = new Allowance(roomLimits.changes, nowMs);
    this.#presence = new Allowance(roomLimits.presence, nowMs);
    this.#presenceAsked = new Allowance(roomLimits.presenceAsked, nowMs);
    room.enter(this);
  }

  send(packet: Packet): void {
    if (this.#isGone) return;
    if (this.#line.bufferedBytes > roomLimits.bufferedBytes) this.close('slowReader');
    else this.#line.send(packet);
  }

  /** Cursors, which a slow reader can do without until it is through with the rest. @returns the bytes sent */
  show(packet: Packet): number {
    if (this.#isGone) return 0;
    if (this.#line.bufferedBytes > roomLimits.presenceBufferedBytes) {
      this.#hasMissed = true;
      return 0;
    }
    if (this.#hasMissed) {
      this.#hasMissed = false;
      this.#room.tellPresence(this);
      return 0;
    }
    return this.#line.send(packet);
  }

  close(reason: CloseReason): void {
    if (this.#isGone) return;
    this.leave();
    this.#line.close(reason);
  }

  /** The line has ended. */
  leave(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#room.leave(this);
  }

  receive(data: Uint8Array): void {
    if (this.#isGone) return;
    let refusal: CloseReason | null = 'tooManyMessages';
    const startedAt = this.#nowMs();
    try {
      // A copy of its own: lengths in a message are believed by the decoders as far as the memory under it
      // goes, and under a socket's message lie those of other people.
      if (this.#messages.take() && this.#bytes.take(data.length) && this.#share.mayTalk())
        refusal = this.#understand(createDecoder(new Uint8Array(data)));
    } catch {
      // Every decoder throws on what it can't read.
      refusal = 'badMessage';
    }
    if (refusal) this.close(refusal);
    this.spend(this.#nowMs() - startedAt);
  }

  #understand(decoder: Decoder): CloseReason | null {
    switch (readVarUint(decoder)) {
      case messageTypes.sync:
        return this.#sync(decoder);
      case messageTypes.awareness:
        this.#show(readVarUint8Array(decoder));
        return null;
      case messageTypes.queryAwareness:
        if (this.#presenceAsked.take()) this.#room.tellPresence(this);
        return null;
      default:
        return 'badMessage';
    }
  }

  #sync(decoder: Decoder): CloseReason | null {
    if (!this.#changes.take()) return 'tooManyMessages';
    const step = readVarUint(decoder);
    const body = readVarUint8Array(decoder);
    if (step === messageYjsSyncStep1) {
      if (this.#line.bufferedBytes > roomLimits.unreadBytes) return 'slowReader';
      this.send(this.#room.step2(body));
      return null;
    }
    if (!this.mayWrite) return 'readOnly';
    if (this.#isRefused || !this.#room.canKeep(body.length)) {
      void this.#refuse();
      return null;
    }
    if (!this.#share.mayChange(body.length)) return 'tooManyMessages';
    const scan = scanUpdate(body);
    if (!scan) return 'badShape';
    // What only deletes is the way out of a board that is full.
    if (scan.structs > 0 && !this.#room.hasRoomFor(body.length, scan)) return 'documentFull';
    // Throws on what can't be decoded, before the document has seen any of it.
    const { structs } = decodeUpdate(body);
    const nested = scan.types > 0 ? structs : null;
    this.#room.change({ member: this, update: body, isWhole: step === messageYjsSyncStep2, nested });
    return null;
  }

  /**
   * What reading, answering or applying its messages has taken: an answer may take as long as the document is large, and
   * who only looks may ask as well.
   */
  spend(ms: number): void {
    if (!this.#share.spend(ms)) this.close('tooCostly');
  }

  /**
   * So many more of its messages have been applied, and once they are kept it is told so. What waits for a gap to
   * close is not kept anywhere, so nothing is acknowledged until then.
   */
  acknowledge(messages: number): void {
    this.#applied += messages;
    if (this.gaps.isEmpty) void this.#saySaved(this.#applied);
  }

  async #saySaved(messages: number): Promise<void> {
    try {
      this.send(new Packet(savedMessage({ logSeq: await this.#room.kept(), messages })));
    } catch {
      // The log is lost, and the room closes for everybody.
    }
  }

  async #refuse(): Promise<void> {
    if (this.#isRefused) return;
    this.#isRefused = true;
    this.send(new Packet(refusedMessage()));
    try {
      await this.#room.canKeepAgain();
      this.close('keptAgain');
    } catch {
      // The log is lost, and the room closes for everybody.
    }
  }

  /** Only what a client says of itself: standard clients send back what they hear of others too. */
  #show(update: Uint8Array): void {
    const own = findPresence(update, this.#clientId);
    if (!own || !this.#mayBe(own.clientId) || !this.#presence.take()) return;
    if (own.state.length > roomLimits.presenceBytes) return;
    const shown = asOwnPresence(own, this.#person);
    if (shown) this.#room.setPresence(this, shown);
  }

  /** Whether it is somebody, or anybody. */
  get isKnown(): boolean {
    return this.#person !== null;
  }

  #mayBe(clientId: number): boolean {
    if (this.#clientId === null && this.#room.mayHold(this, clientId)) this.#clientId = clientId;
    return this.#clientId === clientId;
  }
}
