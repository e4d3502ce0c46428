import { messageTypes, readBoard, readSaved, roomProtocol, setSticky } from '@pinpaint/board';
import { roomsPath } from '@pinpaint/rooms';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** What the API answers who wants into a board's room. */
export type Pass = { readonly at: string | null; readonly room: string; readonly token: string };

const firstWaitMs = 300;
const longestWaitMs = 4_000;
const openMs = 5_000;
const step1 = 0;

/** One person's screen: as the web app's, it asks for a new pass and the room's address each time it comes back. */
export class Screen {
  readonly doc = new Y.Doc();
  /** The codes it was sent away with. */
  readonly closings: number[] = [];
  readonly #ask: () => Promise<Pass>;
  readonly #name: string;
  #provider: WebsocketProvider | null = null;
  #at: string | null = null;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;
  #waitMs = firstWaitMs;
  #written = 0;
  #kept = 0;
  /** Of each message with changes on this connection, how many of its writes it and those before carry. */
  #sent: number[] = [];

  constructor(name: string, ask: () => Promise<Pass>) {
    this.#name = name;
    this.#ask = ask;
    void this.#join();
  }

  /** Where it is in the room, with the whole document; null: nowhere. */
  get at(): string | null {
    return this.#provider?.synced ? this.#at : null;
  }

  /** What it wrote that the server says is kept. */
  get kept(): readonly string[] {
    return this.everything.slice(0, this.#kept);
  }

  get everything(): readonly string[] {
    return Array.from({ length: this.#written }, (_, n) => `${this.#name}-${n}`);
  }

  get written(): number {
    return this.#written;
  }

  get stickies(): readonly string[] {
    return [...readBoard(this.doc).stickies.keys()].sort();
  }

  write(): void {
    this.#written += 1;
    const place = { x: this.#written, y: 0, width: 100, height: 80, colour: 'yellow' } as const;
    setSticky(this.doc, `${this.#name}-${this.#written - 1}`, { ...place, text: 'a note' });
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#provider?.destroy();
  }

  async #join(): Promise<void> {
    if (this.#isOver) return;
    try {
      const { at, room, token } = await this.#ask();
      if (this.#isOver) return;
      this.#at = at;
      this.#sent = [];
      this.#provider ??= this.#makeProvider(room);
      this.#provider.serverUrl = `${at}${roomsPath}`;
      this.#provider.protocols = [roomProtocol, token];
      this.#provider.connect();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#provider?.wsconnected || this.#provider?.disconnect(), openMs);
    } catch {
      this.#later();
    }
  }

  #makeProvider(room: string): WebsocketProvider {
    const provider = new WebsocketProvider('ws://nowhere', room, this.doc, {
      connect: false,
      disableBc: true,
      shouldReconnect: () => false,
      WebSocketPolyfill: countingSocket(() => this.#sent.push(this.#written)),
    });
    provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
      this.#kept = Math.max(this.#kept, this.#sent[readSaved(decoder).messages - 1] ?? 0);
    };
    provider.messageHandlers[messageTypes.news] = () => undefined;
    provider.on('sync', (isSynced) => {
      if (isSynced) this.#waitMs = firstWaitMs;
    });
    provider.on('connection-close', (event) => {
      provider.shouldConnect = false;
      this.closings.push(event?.code ?? 0);
      this.#later();
    });
    return provider;
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#join(), this.#waitMs * (0.5 + Math.random() / 2));
    this.#waitMs = Math.min(longestWaitMs, this.#waitMs * 2);
  }
}

function countingSocket(onChange: () => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === messageTypes.sync && data[1] !== step1) onChange();
      super.send(data);
    }
  };
}
