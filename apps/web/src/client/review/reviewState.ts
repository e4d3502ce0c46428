import type { NewsState } from '../../data/newsSocket.ts';
import type { ClientPin, ClientVersion, Frame } from '../../data/types.ts';

/** What the page knows of the pictures behind a link. Lists that are missing have not been read yet. */
export type ReviewState = {
  readonly news: NewsState;
  /** null: not read yet. In the order of boards, and on them by number. */
  readonly frames: readonly Frame[] | null;
  /** Why the pictures could not be read; for "Copy details". */
  readonly trouble: string | null;
  /** By frame, in the order they were placed. */
  readonly pins: Readonly<Record<string, readonly ClientPin[]>>;
  /** By frame, newest first. */
  readonly versions: Readonly<Record<string, readonly ClientVersion[]>>;
  /** Per pin, how often its thread has changed. */
  readonly stirred: Readonly<Record<string, number>>;
};

export const unread: ReviewState = {
  news: 'connecting',
  frames: null,
  trouble: null,
  pins: {},
  versions: {},
  stirred: {},
};

export function withPin(state: ReviewState, pin: ClientPin): ReviewState {
  const others = (state.pins[pin.frameId] ?? []).filter(({ id }) => id !== pin.id);
  const list = [...others, pin].sort((a, b) => a.number - b.number);
  return { ...state, pins: { ...state.pins, [pin.frameId]: list } };
}

export function withVersion(state: ReviewState, version: ClientVersion): ReviewState {
  const others = (state.versions[version.frameId] ?? []).filter(({ id }) => id !== version.id);
  const list = [...others, version].sort((a, b) => b.number - a.number);
  return { ...state, versions: { ...state.versions, [version.frameId]: list } };
}

export function stirredBy(state: ReviewState, pinId: string): ReviewState {
  return { ...state, stirred: { ...state.stirred, [pinId]: (state.stirred[pinId] ?? 0) + 1 } };
}
