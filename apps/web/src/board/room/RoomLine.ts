import { messageTypes, readSaved, roomProtocol } from '@pinpaint/board';
import { readVarString } from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { ApiError } from '../../data/ApiError.ts';
import type { Api } from '../../data/api.ts';
import type { News } from '../../data/newsSocket.ts';
import type { ShutOut } from '../state/boardStore.ts';
import { countingSocket } from './countingSocket.ts';
import { shutOutBy } from './shutOut.ts';

export type RoomPass = {
  readonly url: string;
  readonly room: string;
  readonly token: string;
  readonly access: 'read' | 'write';
};

export type RoomLineParts = {
  readonly boardId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly api: Api;
  readonly onPass: (pass: RoomPass) => void;
  readonly onOpen: () => void;
  /** The document is as the server has it. */
  readonly onSynced: () => void;
  readonly onSent: () => void;
  readonly onKept: (messages: number) => void;
  /** Nothing that changes the document is taken on this connection any more. */
  readonly onHeld: () => void;
  readonly onNews: (news: readonly News[]) => void;
  readonly onClosed: (why: ShutOut | null) => void;
  /** No pass is given any more; coming back is of no use. */
  readonly onRefused: (error: ApiError) => void;
};

const firstWaitMs = 300;
const longestWaitMs = 4_000;
/** Nothing but a person's deed, or time, opens a door that was shut for a reason. */
const shutOutWaitMs = 30_000;
/** Who was sent away before that comes back more slowly each time, or they would send all they have unsaved again and again. */
const calmMs = 5_000;
/** A server that takes no notice for so long is given up. */
const openMs = 5_000;

/** The connection to a board's room. Each time it is opened it asks for a new pass, since one is good for a minute. */
export class RoomLine {
  readonly #parts: RoomLineParts;
  #provider: WebsocketProvider | null = null;
  #waitMs = firstWaitMs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isOver = false;

  constructor(parts: RoomLineParts) {
    this.#parts = parts;
    addEventListener('online', this.#comeBack);
    void this.#connect();
  }

  get isOpen(): boolean {
    return this.#provider?.wsconnected ?? false;
  }

  /** Now, instead of when its turn comes. */
  retry(): void {
    this.#comeBack();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#calm);
    removeEventListener('online', this.#comeBack);
    this.#provider?.destroy();
  }

  readonly #comeBack = () => {
    if (this.#isOver || this.isOpen) return;
    clearTimeout(this.#timer);
    this.#waitMs = firstWaitMs;
    void this.#connect();
  };

  async #connect(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { api, boardId, onPass, onClosed, onRefused } = this.#parts;
    try {
      const pass = await api.post<RoomPass>(`/boards/${boardId}/room`);
      if (this.#isOver) return;
      onPass(pass);
      this.#open(pass);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!error.isPassing) return onRefused(error);
      // A line that never opened is as closed as one that broke.
      onClosed(null);
      this.#later();
    } finally {
      this.#isAsking = false;
    }
  }

  #open({ url, room, token }: RoomPass): void {
    this.#provider ??= this.#makeProvider(url, room);
    // The room may have moved to another server.
    this.#provider.serverUrl = socketAddress(url);
    this.#provider.protocols = [roomProtocol, token];
    this.#provider.connect();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.isOpen || this.#provider?.disconnect(), openMs);
  }

  #makeProvider(url: string, room: string): WebsocketProvider {
    const { doc, awareness, onOpen, onSynced, onSent, onKept, onHeld, onNews, onClosed } = this.#parts;
    const provider = new WebsocketProvider(socketAddress(url), room, doc, {
      connect: false,
      awareness,
      disableBc: true,
      WebSocketPolyfill: countingSocket(onSent),
      shouldReconnect: () => false,
    });
    provider.messageHandlers[messageTypes.saved] = (_, decoder) => onKept(readSaved(decoder).messages);
    provider.messageHandlers[messageTypes.refused] = () => onHeld();
    provider.messageHandlers[messageTypes.news] = (_, decoder) => {
      const { news } = JSON.parse(readVarString(decoder)) as { readonly news: readonly News[] };
      if (news.length > 0) onNews(news);
    };
    provider.on('status', ({ status }) => status === 'connected' && onOpen());
    provider.on('sync', (isSynced) => {
      if (!isSynced) return;
      this.#calm = setTimeout(() => {
        this.#waitMs = firstWaitMs;
      }, calmMs);
      onSynced();
    });
    provider.on('connection-close', (event) => {
      // Its own way back would use the pass it has used already.
      provider.shouldConnect = false;
      clearTimeout(this.#calm);
      if (this.#isOver) return;
      const why = shutOutBy(event?.code);
      onClosed(why);
      this.#later(why ? shutOutWaitMs : this.#waitMs);
    });
    return provider;
  }

  #later(ms = this.#waitMs): void {
    clearTimeout(this.#timer);
    // Those whom one server has sent away don't come to the next all at once.
    this.#timer = setTimeout(() => void this.#connect(), ms * (0.5 + Math.random() / 2));
    this.#waitMs = Math.min(longestWaitMs, this.#waitMs * 2);
  }
}

/** Relative where it is the server that this page came from. */
function socketAddress(url: string): string {
  return new URL(url, location.href).href.replace(/^http/, 'ws');
}
