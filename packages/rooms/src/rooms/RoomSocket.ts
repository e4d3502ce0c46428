import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { newId } from '@pinpaint/domain';
import type { WebSocket } from 'ws';
import type { CloseReason } from '../sockets/closeCodes.ts';
import { closeSocket, endOf, hangUp } from '../sockets/closeSocket.ts';
import { lineOf } from '../sockets/lineOf.ts';
import { NewsTeller } from './NewsTeller.ts';
import type { RoomDeps } from './openRoom.ts';
import type { Door, RoomReader } from './passDoor.ts';
import type { RoomKeeper, Visit } from './RoomKeeper.ts';
import { type Line, RoomMember } from './RoomMember.ts';
import type { Seats } from './Seats.ts';
import type { Shares } from './Shares.ts';

/** What the sockets of a process have in common. */
export type RoomHost = RoomDeps & {
  readonly door: Door;
  readonly keeper: RoomKeeper;
  readonly seats: Seats;
  readonly shares: Shares;
  /** All there are. Each puts itself here, and goes. */
  readonly sockets: Set<RoomSocket>;
  readonly maxSockets: number;
  readonly sendAway: (socket: RoomSocket) => void;
};

type Guest = { readonly reader: RoomReader; readonly line: Line; readonly mayWrite: boolean };

const nowMs = () => performance.now();

/**
 * One websocket, from its upgrade to its end. Most only look most of the time, so that it keeps nothing of how it came
 * in, the request above all, is what a room of two costs.
 */
export class RoomSocket {
  readonly #raw: WebSocket;
  readonly #stream: Duplex;
  readonly #host: RoomHost;
  readonly #connectionId = newId();
  /** Whoever their pass says; null: nobody's yet. */
  #reader: RoomReader | null = null;
  #isSeated = false;
  #visit: Visit | null = null;
  #member: RoomMember | null = null;
  #news: NewsTeller | null = null;

  constructor(raw: WebSocket, stream: Duplex, host: RoomHost) {
    this.#raw = raw;
    this.#stream = stream;
    this.#host = host;
    host.sockets.add(this);
    host.watch.add(stream);
    // What comes before the room is open waits in the socket, not in our memory.
    raw.pause();
    // A message that can't be read: the library has said so to its sender, and would wait for an answer.
    raw.on('error', () => hangUp(raw, stream));
    raw.on('close', (code) => this.#leave(code));
  }

  /**
   * Lets whoever comes with the request into their room, or closes.
   *
   * @param isKnown to be called once it is known who it is
   */
  async letIn(request: IncomingMessage, isKnown: () => void): Promise<void> {
    const { door, node, sockets, maxSockets } = this.#host;
    if (sockets.size > maxSockets) return this.hangUp('full');
    // It could not even ask who comes.
    if (!node.isAlive) return this.hangUp('elsewhere');
    const reader = await door(request);
    this.#reader = reader;
    const access = await reader?.access();
    if (!reader || !access?.ok) return this.hangUp('notAdmitted');
    isKnown();
    if (!this.#isOpen) return;
    const line = lineOf({ raw: this.#raw, stream: this.#stream, request }, (reason) => this.#close(reason));
    await this.#enter({ reader, line, mayWrite: access.value === 'write' });
  }

  pause(): void {
    this.#raw.pause();
  }

  hangUp(reason: CloseReason): void {
    closeSocket(this.#raw, this.#stream, reason);
  }

  get #isOpen(): boolean {
    return this.#raw.readyState === this.#raw.OPEN;
  }

  #close(reason: CloseReason): void {
    if (reason === 'elsewhere') this.#host.sendAway(this);
    else this.hangUp(reason);
  }

  async #enter({ reader, line, mayWrite }: Guest): Promise<void> {
    const { keeper, seats, shares, feed, onError } = this.#host;
    const { studioId, readerId, person } = reader;
    if (!shares.mayEnter({ personId: readerId })) return this.hangUp('tooCostly');
    const tooMany = seats.take(reader);
    if (tooMany) return this.hangUp(tooMany);
    this.#isSeated = true;
    const visit = await keeper.visit(reader);
    if (!visit) return this.hangUp('elsewhere');
    if (!this.#isOpen) return visit.leave();
    this.#visit = visit;
    const { room } = visit;
    const share = shares.of({ studioId, personId: readerId });
    const member = new RoomMember({
      room,
      line,
      personId: person?.id ?? readerId,
      person,
      mayWrite,
      share,
      nowMs,
    });
    this.#member = member;
    this.#raw.on('message', (data) => member.receive(bytesOf(data)));
    this.#raw.resume();
    const after = await reader.head();
    if (this.#isOpen) this.#news = new NewsTeller({ feed, member, reader, after, onError });
  }

  #leave(code: number): void {
    const { seats, sockets, watch } = this.#host;
    const reader = this.#reader;
    sockets.delete(this);
    watch.remove(this.#stream, {
      connectionId: this.#connectionId,
      boardId: reader?.boardId ?? null,
      studioId: reader?.studioId ?? null,
      personId: reader && (reader.person?.id ?? reader.readerId),
      ...endOf(this.#raw, code),
    });
    if (reader && this.#isSeated) seats.leave(reader);
    this.#visit?.leave();
    this.#member?.leave();
    this.#news?.end();
  }
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
