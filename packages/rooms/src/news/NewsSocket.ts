import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { CloseReason } from '../sockets/closeCodes.ts';
import { closeSocket, hangUp } from '../sockets/closeSocket.ts';
import { type FeedReader, follow } from './follow.ts';
import type { NewsFeed } from './newsFeed.ts';
import { traceNews } from './traceNews.ts';
import { newsMessage, parseResume } from './wire.ts';

/** What may wait in our memory for one reader; about ten thousand events. */
const maxBufferedBytes = 1024 * 1024;
const pageSize = 200;
/** How long a client may take to say where it resumes. */
const resumeMs = 1_000;

/** One open socket: from its admission to the reason it was closed for. */
export class NewsSocket {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #feed: NewsFeed;
  readonly #closed = new AbortController();
  readonly #resume = Promise.withResolvers<number | null>();
  #hasSpoken = false;

  constructor(socket: WebSocket, stream: Duplex, feed: NewsFeed) {
    this.#socket = socket;
    this.#stream = stream;
    this.#feed = feed;
    socket.on('close', () => this.#closed.abort());
    // What can't be read: the library has said so to its sender, and would wait for an answer.
    socket.on('error', () => hangUp(socket, stream));
    socket.on('message', (data, isBinary) => this.#heard(isBinary ? '' : data.toString()));
  }

  /** Sends what the reader may hear until the socket closes or the reader loses their rights. */
  async run(reader: FeedReader): Promise<void> {
    const { signal } = this.#closed;
    const head = await reader.head();
    const timer = setTimeout(() => this.#resume.resolve(null), resumeMs);
    const after = Math.min((await this.#resume.promise) ?? head, head);
    clearTimeout(timer);
    let sent = -1;
    for await (const page of follow(this.#feed, reader, { after, limit: pageSize, signal })) {
      if (!page.ok) return this.close('notAdmitted');
      if (this.#socket.bufferedAmount > maxBufferedBytes) return this.close('slowReader');
      // The first page always, even an empty one: by it a client knows that nothing will be missed from here on.
      if (sent < 0 || page.value.items.length > 0) this.#socket.send(newsMessage(page.value));
      traceNews(page.value, { 'pinpaint.studio': reader.studioId });
      sent = page.value.upto;
    }
  }

  close(reason: CloseReason): void {
    closeSocket(this.#socket, this.#stream, reason);
    this.#closed.abort();
    this.#resume.resolve(null);
  }

  #heard(text: string): void {
    if (this.#hasSpoken) {
      this.close('tooManyMessages');
      return;
    }
    this.#hasSpoken = true;
    const after = parseResume(text);
    if (after === null) this.close('badMessage');
    else this.#resume.resolve(after);
  }
}
