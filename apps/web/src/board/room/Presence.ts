import type { BoardPoint } from '@pinpaint/board';
import { type FrameId, parseId } from '@pinpaint/domain';
import type { Awareness } from 'y-protocols/awareness';
import type { BoardRect } from '../canvas/camera.ts';
import type { BoardStore, Peer } from '../state/boardStore.ts';

/** 20 times a second. */
const tickMs = 50;

/** Where this screen's person points and what they look at, told to others; and what others tell. */
export class Presence {
  readonly #awareness: Awareness;
  readonly #store: BoardStore;
  #cursor: BoardPoint | null = null;
  #person = { id: '', name: '' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #forget: () => void;

  constructor(awareness: Awareness, store: BoardStore) {
    this.#awareness = awareness;
    this.#store = store;
    const hear = () => store.setState({ peers: this.#peers() });
    awareness.on('change', hear);
    const unsubscribe = store.subscribe((now, before) => {
      if (now.camera !== before.camera || now.frameId !== before.frameId) this.#tell();
    });
    this.#forget = () => {
      awareness.off('change', hear);
      unsubscribe();
    };
  }

  setPerson(person: { readonly id: string; readonly name: string }): void {
    this.#person = person;
    this.#tell();
  }

  point(cursor: BoardPoint | null): void {
    this.#cursor = cursor;
    this.#tell();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }

  #tell(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const { camera, view, frameId } = this.#store.getState();
      const seen = {
        x: camera.x,
        y: camera.y,
        width: view.width / camera.scale,
        height: view.height / camera.scale,
      };
      const { id, name } = this.#person;
      this.#awareness.setLocalState({ personId: id, name, cursor: this.#cursor, frameId, seen });
    }, tickMs);
  }

  #peers(): readonly Peer[] {
    const own = this.#awareness.clientID;
    return [...this.#awareness.getStates()].flatMap(([clientId, state]) => {
      const peer = clientId === own ? null : readPeer(clientId, state);
      return peer ? [peer] : [];
    });
  }
}

/** Others run programs of their own choice. */
function readPeer(clientId: number, state: Readonly<Record<string, unknown>>): Peer | null {
  const { personId, name, cursor, frameId, seen } = state;
  if (typeof name !== 'string' || name === '') return null;
  return {
    clientId,
    personId: typeof personId === 'string' ? personId : '',
    name: name.slice(0, 60),
    cursor: isPoint(cursor) ? cursor : null,
    frameId: typeof frameId === 'string' ? parseId<FrameId>(frameId) : null,
    seen: isRect(seen) ? seen : null,
  };
}

function isPoint(value: unknown): value is BoardPoint {
  return hasNumbers(value, ['x', 'y']);
}

function isRect(value: unknown): value is BoardRect {
  return hasNumbers(value, ['x', 'y', 'width', 'height']) && value.width > 0 && value.height > 0;
}

function hasNumbers<K extends string>(value: unknown, keys: readonly K[]): value is Record<K, number> {
  if (typeof value !== 'object' || value === null) return false;
  const facts = value as Readonly<Record<string, unknown>>;
  return keys.every((key) => Number.isFinite(facts[key]));
}
