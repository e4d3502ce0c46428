import type { FramePlace } from '@pinpaint/board';
import { placeFrames, readBoard } from '@pinpaint/board';
import type { FrameId } from '@pinpaint/domain';
import type { QueryClient } from '@tanstack/react-query';
import { get, set } from 'idb-keyval';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import { staleAfter } from '../../data/staleAfter.ts';
import { withdrawUndos } from '../../ui/Toasts.tsx';
import { FrameLoop } from '../canvas/FrameLoop.ts';
import type { BoardStore, Closed, ShutOut, Waiting } from '../state/boardStore.ts';
import { type Access, keepAccess } from '../state/keepAccess.ts';
import { keepPlaces } from '../state/keepPlaces.ts';
import { Outbox } from './Outbox.ts';
import { Presence } from './Presence.ts';
import { RoomLine } from './RoomLine.ts';
import { Steps } from './Steps.ts';
import { countSaved, isAllKept, nothingSent, type SavedNews, savedState } from './savedCount.ts';
import { sendWaiting } from './sendWaiting.ts';
import { UnsavedChanges } from './unsavedChanges.ts';

export type SessionParts = {
  readonly boardId: string;
  readonly store: BoardStore;
  readonly queries: QueryClient;
};

/** How often what waits is tried while nothing tells that the way is free again. */
const againMs = 3_000;

/** One screen's life on a board: its document, its line to the room, and what waits to be sent. */
export class BoardSession {
  readonly doc = new Y.Doc();
  readonly #moves = new Y.UndoManager(this.doc, { trackedOrigins: new Set([this]), captureTimeout: 300 });
  readonly steps = new Steps(this.#moves, () => this.#parts.store.getState().access !== 'read');
  readonly awareness = new Awareness(this.doc);
  readonly loop: FrameLoop;
  readonly #parts: SessionParts;
  readonly #unsaved: UnsavedChanges;
  #count = nothingSent;
  #hasBeenHeard = false;
  #outbox: Outbox | null = null;
  #line: RoomLine | null = null;
  #presence: Presence | null = null;
  #access: Access | null = null;
  #brought: Uint8Array | null = null;
  #isReached = true;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.loop = new FrameLoop(parts.store);
    this.#unsaved = new UnsavedChanges(parts.boardId);
  }

  /** @returns what ends it */
  start(): () => void {
    const { boardId, store, queries } = this.#parts;
    const forgetPlaces = keepPlaces({ store, doc: this.doc, queries, boardId });
    this.#access = keepAccess({ store, queries, boardId });
    const forgetToasts = store.subscribe((now, { access }) => {
      if (now.access === 'read' && access === 'write') withdrawUndos();
    });
    this.#presence = new Presence(this.awareness, store);
    this.#outbox = this.#openOutbox();
    this.doc.on('update', this.#hearUpdate);
    void this.#open();
    const warn = (event: BeforeUnloadEvent) =>
      ['saving', 'held'].includes(store.getState().saved.kind) && event.preventDefault();
    const look = () => this.#tellSaved();
    addEventListener('beforeunload', warn);
    addEventListener('offline', look);
    addEventListener('online', look);
    const again = setInterval(() => void this.#outbox?.send(), againMs);
    return () => {
      clearInterval(again);
      removeEventListener('beforeunload', warn);
      removeEventListener('offline', look);
      removeEventListener('online', look);
      forgetPlaces();
      forgetToasts();
      this.#access?.stop();
      this.doc.off('update', this.#hearUpdate);
      this.#presence?.stop();
      this.#line?.stop();
    };
  }

  setPerson(person: { readonly id: string; readonly name: string }): void {
    this.#presence?.setPerson(person);
  }

  point(cursor: { readonly x: number; readonly y: number } | null): void {
    this.#presence?.point(cursor);
  }

  /**
   * By this screen's person, who can take it back. Frames that nobody has put anywhere are put where they
   * lie: they would make room for the one that is moved.
   */
  move(places: ReadonlyMap<FrameId, FramePlace>): void {
    const placed = readBoard(this.doc).frames;
    const others = [...this.#parts.store.getState().places].filter(([id]) => !placed.has(id));
    placeFrames(this.doc, places, { origin: this, laid: new Map(others) });
  }

  /** By this screen's person: one step of undo, whatever is in it. */
  change(deed: (origin: unknown) => void): void {
    this.#moves.stopCapturing();
    deed(this);
    this.#moves.stopCapturing();
  }

  send(waiting: Waiting): void {
    void this.#outbox?.put(waiting);
  }

  /** Tries at once to be online again. */
  retry(): void {
    this.#line?.retry();
    void this.#outbox?.send();
  }

  /** Goes on without what the room does not take. A whole page, since the document holds it. */
  async discard(): Promise<void> {
    await this.#unsaved.clear();
    location.reload();
  }

  async #open(): Promise<void> {
    // Before the line, so that what the device has kept is not taken for the server's.
    this.#brought = await this.#unsaved.load();
    const { boardId } = this.#parts;
    this.#line = new RoomLine({
      boardId,
      doc: this.doc,
      awareness: this.awareness,
      api: sessionApi,
      onPass: ({ access }) => this.#hearPass(access),
      onOpen: () => this.#hearOpen(),
      onSynced: () => this.#hearSynced(),
      onSent: () => this.#hear({ kind: 'sent' }),
      onKept: (messages) => this.#hear({ kind: 'kept', messages }),
      onHeld: () => this.#hear({ kind: 'held' }),
      onNews: (news) => staleAfter(this.#parts.queries, news),
      onClosed: (why) => this.#hearClosed(why),
      onRefused: (error) => this.#hearRefused(error),
    });
  }

  #hearPass(says: 'read' | 'write'): void {
    this.#access?.hearPass(says);
    this.#parts.store.setState({ closed: null });
  }

  /** What changed between the page's reading and the line's opening, nobody has told. */
  #hearOpen(): void {
    this.#hear({ kind: 'opened' });
    this.#hasBeenHeard = true;
    void this.#parts.queries.invalidateQueries();
    void this.#outbox?.send();
  }

  #hearSynced(): void {
    this.#bringBack();
    this.#hear({ kind: 'synced' });
    this.#parts.store.setState({ isInRoom: true });
  }

  #hearClosed(shutOut: ShutOut | null): void {
    this.#hasBeenHeard = true;
    this.#hear({ kind: 'closed', shutOut });
  }

  /** As changes of now, so that they are sent: the document they build on has only just come. */
  #bringBack(): void {
    // Who may no longer write would be shut out for trying; what they made stays on the device.
    if (!this.#brought || this.#parts.store.getState().access !== 'write') return;
    Y.applyUpdate(this.doc, this.#brought, 'brought back');
    this.#brought = null;
  }

  readonly #hearUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin !== this && origin !== this.#moves && origin !== 'brought back') return;
    this.#unsaved.add(update);
    this.#hear({ kind: 'changed' });
  };

  #hearRefused({ status }: ApiError): void {
    const closed: Closed = status === 401 ? 'signed-out' : status === 403 ? 'left' : 'gone';
    this.#parts.store.setState({ closed, access: 'read' });
  }

  #hear(news: SavedNews): void {
    this.#count = countSaved(this.#count, news);
    if (news.kind === 'kept' && isAllKept(this.#count)) void this.#unsaved.clear();
    this.#tellSaved();
  }

  #tellSaved(): void {
    const { store } = this.#parts;
    // Before the first answer there is nothing to worry about yet.
    if (!this.#hasBeenHeard && navigator.onLine && !this.#count.unsent) return;
    const isReachable = navigator.onLine && this.#isReached;
    const waiting = store.getState().waiting.length;
    store.setState({ saved: savedState(this.#count, { waiting, isReachable }) });
  }

  #openOutbox(): Outbox {
    const { boardId, store, queries } = this.#parts;
    const key = `pinpaint/waiting/${boardId}`;
    return new Outbox({
      send: (waiting) => sendWaiting(sessionApi, queries, waiting),
      load: async () => (await get<readonly Waiting[]>(key).catch(() => null)) ?? [],
      keep: (waiting) => set(key, waiting).catch(() => undefined),
      onChange: (waiting) => {
        store.setState({ waiting });
        this.#tellSaved();
      },
      onReach: (isReached) => {
        this.#isReached = isReached;
        this.#tellSaved();
      },
      onRefused: (waiting, error) => store.setState({ refused: { waiting, says: error.message } }),
    });
  }
}
