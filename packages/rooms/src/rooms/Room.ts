import { messageTypes } from '@pinpaint/board';
import { encode, writeVarUint } from 'lib0/encoding';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { CloseReason } from '../sockets/closeCodes.ts';
import { Packet } from '../sockets/Packet.ts';
import { SharedWindow } from '../sockets/SharedWindow.ts';
import type { Clock } from './Clock.ts';
import { roomLimits } from './limits.ts';
import { nestsWithinBounds, type Struct } from './nesting.ts';
import { onlyOne } from './onlyOne.ts';
import { changesPause, presencePause } from './pauses.ts';
import type { RawPresence } from './presence.ts';
import type { RoomMember } from './RoomMember.ts';
import { RoomPresence } from './RoomPresence.ts';
import type { UpdateScan } from './scanUpdate.ts';
import { Tick } from './Tick.ts';
import type { UpdateLog } from './UpdateLog.ts';

export type RoomParts = {
  readonly doc: Y.Doc;
  readonly log: UpdateLog;
  /** What the document takes, roughly. */
  readonly bytes: number;
  readonly clock: Clock;
  /** The document can't be trusted any more; everybody has been sent away, and what is kept is to be read anew. */
  readonly onTorn: (error: unknown) => void;
};

type Change = {
  readonly member: RoomMember;
  readonly update: Uint8Array;
  /** It is an answer to what the room has asked: all that the member has, and the room has not. */
  readonly isWhole: boolean;
  /** What it is made of, if there are shared types inside of others. */
  readonly nested: readonly Struct[] | null;
};
/** Of the document; `from` is null where it is the server's own. */
type Untold = { readonly update: Uint8Array; readonly from: RoomMember | null };

/** What a client asks with that has nothing yet. */
const nothingYet = Y.encodeStateVector(new Y.Doc());

/**
 * One board's living document and who is connected to it. Changes and cursors gather for a moment and are told
 * together, so what a room costs grows with its people and not with their square. What changes the document is
 * added to the log, whoever it comes from.
 */
export class Room {
  readonly doc: Y.Doc;
  readonly #log: UpdateLog;
  readonly #clock: Clock;
  readonly #members = new Set<RoomMember>();
  readonly #presence = new RoomPresence<RoomMember>();
  readonly #window = new SharedWindow();
  /** Whose client ids are; null: nobody has shown themselves yet. */
  #owners: Map<number, string> | null = null;
  readonly #presenceTick: Tick;
  readonly #changesTick: Tick;
  readonly #onTorn: (error: unknown) => void;
  /** Of the document as it was written out last, and of all that has changed it since: what came twice makes it no larger. */
  #bytes: number;
  /** No fewer than there are. */
  #structs: number;
  #closedFor: CloseReason | null = null;
  #changes: Change[] = [];
  #gatheredBytes = 0;
  #untold: Untold[] = [];
  /** What changes that are being applied have brought about so far; null: none are. */
  #held: Uint8Array[] | null = null;
  /** The answer to those who have nothing yet; null: it has changed since. */
  #whole: Packet | null = null;

  constructor({ doc, log, bytes, clock, onTorn }: RoomParts) {
    this.doc = doc;
    this.#log = log;
    this.#clock = clock;
    this.#bytes = bytes;
    this.#structs = countStructs(doc);
    this.#onTorn = onTorn;
    this.#presenceTick = new Tick({
      clock,
      run: () => this.#tellUntoldPresence(),
      pauseMs: (cost) => presencePause(cost, clock.load()),
    });
    this.#changesTick = new Tick({ clock, run: () => this.settle(), pauseMs: changesPause });
    doc.on('update', (update: Uint8Array) => {
      if (this.#held) return void this.#held.push(update);
      this.#publish(update, { from: null, people: [] });
      this.#changesTick.ask();
    });
  }

  /** Takes what a member sent; the member is told when it has been applied. */
  change(change: Change): void {
    this.#gatheredBytes += change.update.length;
    this.#changes.push(change);
    this.#changesTick.ask();
  }

  /** Applies what has gathered, hands it to the log and tells the others. @returns how many bytes each has got */
  settle(): number {
    const changes = this.#changes;
    this.#changes = [];
    this.#gatheredBytes = 0;
    if (changes.length > 0) this.#apply(changes);
    return this.#tellChanges();
  }

  enter(member: RoomMember): void {
    // It may have been closed while this one was on the way in.
    if (this.#closedFor) {
      member.close(this.#closedFor);
      return;
    }
    this.#members.add(member);
    // Who only looks has nothing to tell, so is not asked.
    if (member.mayWrite) member.send(new Packet(this.#step1()));
    this.tellPresence(member);
  }

  leave(member: RoomMember): void {
    this.#members.delete(member);
    if (this.#presence.remove(member)) this.#presenceTick.ask();
  }

  close(reason: CloseReason): void {
    this.#closedFor = reason;
    for (const member of [...this.#members]) member.close(reason);
  }

  /** What a client lacks that has what the vector says. */
  step2(stateVector: Uint8Array): Packet {
    if (!isNothing(stateVector)) return new Packet(this.#step2(stateVector));
    this.#whole ??= new Packet(this.#step2(nothingYet));
    return this.#whole;
  }

  /** All of the document, for a snapshot; and what it takes by now. */
  state(): Uint8Array {
    const state = Y.encodeStateAsUpdate(this.doc);
    this.#bytes = state.length;
    return state;
  }

  hasRoomFor(bytes: number, { structs, clients }: UpdateScan): boolean {
    const { store } = this.doc;
    if (this.#bytes + this.#gatheredBytes + bytes > roomLimits.documentBytes) return false;
    if (store.clients.size + clients > roomLimits.documentClients) return false;
    this.#structs += structs;
    // Many have been merged since they came.
    if (this.#structs > roomLimits.documentStructs) this.#structs = structs + countStructs(this.doc);
    return this.#structs <= roomLimits.documentStructs;
  }

  /** Whether so much more could be kept; not while the database is away and much is waiting for it. */
  canKeep(bytes: number): boolean {
    return this.#log.hasRoomFor(this.#gatheredBytes + bytes);
  }

  /** Resolves once all is kept and more can be; rejects when the log is lost. */
  canKeepAgain(): Promise<void> {
    return this.#log.drained();
  }

  kept(): Promise<number> {
    return this.#log.kept();
  }

  /**
   * Whether this client id is the member's to use. One's own older connection, that nobody has missed yet, gives way;
   * others can't have it while its person is away for a moment either.
   */
  mayHold(member: RoomMember, clientId: number): boolean {
    const personId = this.#presence.holderOf(clientId)?.personId ?? this.#owners?.get(clientId);
    return personId === undefined || personId === member.personId;
  }

  setPresence(member: RoomMember, entry: RawPresence): void {
    if (member.isKnown) this.#rememberOwner(entry.clientId, member.personId);
    this.#presence.set(member, entry);
    this.#presenceTick.ask();
  }

  tellPresence(member: RoomMember): void {
    const message = this.#presence.whole();
    if (message) member.send(new Packet(message));
  }

  #rememberOwner(clientId: number, personId: string): void {
    this.#owners ??= new Map();
    if (this.#owners.has(clientId)) return;
    this.#owners.set(clientId, personId);
    const [oldest] = this.#owners.keys();
    if (this.#owners.size > roomLimits.presenceOwners && oldest !== undefined) this.#owners.delete(oldest);
  }

  #tellUntoldPresence(): number {
    const untold = this.#presence.takeUntold();
    if (!untold) return 0;
    const packet = this.#window.packet(untold.message);
    let bytes = 0;
    // Where several have moved, their own comes back to them: one frame for all costs less, and says nothing new.
    for (const member of [...this.#members])
      if (member !== untold.from) bytes = Math.max(bytes, member.show(packet));
    return bytes;
  }

  /**
   * Yjs has no way back from a change that goes wrong in the middle, so what was done by then goes neither into
   * the log nor to others, and the document is given up.
   */
  #apply(changes: readonly Change[]): void {
    const held: Uint8Array[] = [];
    this.#held = held;
    const tooMany: RoomMember[] = [];
    const tooDeep: RoomMember[] = [];
    const took = new Map<RoomMember, number>();
    const beganAt = this.#clock.nowMs();
    const timed = (member: RoomMember, work: () => void) => {
      const startedAt = this.#clock.nowMs();
      work();
      took.set(member, (took.get(member) ?? 0) + this.#clock.nowMs() - startedAt);
    };
    try {
      Y.transact(this.doc, () => {
        for (const change of changes)
          timed(change.member, () => {
            if (change.nested && !nestsWithinBounds(this.doc, change.nested)) tooDeep.push(change.member);
            else change.member.gaps.apply(this.doc, change);
          });
        for (const member of [...took.keys()])
          timed(member, () => {
            if (!member.gaps.settle(this.doc)) tooMany.push(member);
          });
      });
    } catch (error) {
      this.#giveUp(error);
      return;
    } finally {
      this.#held = null;
    }
    const wholeMs = this.#clock.nowMs() - beganAt;
    const from = onlyOne(changes.map(({ member }) => member));
    const people = changes.map(({ member }) => member.personId);
    for (const update of held) this.#publish(update, { from, people });
    for (const member of tooMany) member.close('tooManyGaps');
    for (const member of tooDeep) member.close('badShape');
    for (const [member, ms] of shareOut(wholeMs, took)) member.spend(ms);
    for (const [member, count] of countEach(changes)) member.acknowledge(count);
  }

  #publish(
    update: Uint8Array,
    { from, people }: Pick<Untold, 'from'> & { readonly people: readonly string[] },
  ): void {
    this.#whole = null;
    this.#bytes += update.length;
    this.#log.add(update, people);
    this.#untold.push({ update, from });
  }

  #tellChanges(): number {
    const untold = this.#untold;
    this.#untold = [];
    if (untold.length === 0) return 0;
    const from = onlyOne(untold.map((one) => one.from));
    const merged = this.#merge(untold);
    if (!merged) return 0;
    const packet = this.#window.packet(updateMessage(merged));
    for (const member of [...this.#members]) if (member !== from) member.send(packet);
    return packet.message.length;
  }

  /** null: what the document has told of itself can't be read, and it is given up. */
  #merge(untold: readonly Untold[]): Uint8Array | null {
    try {
      return Y.mergeUpdates(untold.map(({ update }) => update));
    } catch (error) {
      this.#giveUp(error);
      return null;
    }
  }

  #giveUp(error: unknown): void {
    this.close('serverFault');
    this.#onTorn(error);
  }

  #step1(): Uint8Array {
    return encode((encoder) => {
      writeVarUint(encoder, messageTypes.sync);
      writeSyncStep1(encoder, this.doc);
    });
  }

  #step2(stateVector: Uint8Array): Uint8Array {
    return encode((encoder) => {
      writeVarUint(encoder, messageTypes.sync);
      writeSyncStep2(encoder, this.doc, stateVector);
    });
  }
}

function countStructs({ store }: Y.Doc): number {
  let count = 0;
  for (const structs of store.clients.values()) count += structs.length;
  return count;
}

function isNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === nothingYet.length && stateVector.every((byte, at) => byte === nothingYet[at]);
}

/** Yjs tidies up after all of them at once, which may take as long again: it is theirs as what was measured is. */
function shareOut<T>(wholeMs: number, took: ReadonlyMap<T, number>): readonly (readonly [T, number])[] {
  let measuredMs = 0;
  for (const ms of took.values()) measuredMs += ms;
  const partOf = (ms: number) => (measuredMs > 0 ? ms / measuredMs : 1 / took.size);
  return [...took].map(([one, ms]) => [one, wholeMs * partOf(ms)]);
}

function countEach(changes: readonly Change[]): ReadonlyMap<RoomMember, number> {
  const counts = new Map<RoomMember, number>();
  for (const { member } of changes) counts.set(member, (counts.get(member) ?? 0) + 1);
  return counts;
}

function updateMessage(update: Uint8Array): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.sync);
    writeUpdate(encoder, update);
  });
}
