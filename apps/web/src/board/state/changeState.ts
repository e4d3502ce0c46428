import type { EditId, FrameId, PinId } from '@pinpaint/domain';
import type { BoardStore, Shown } from './boardStore.ts';

/** Each is one thing a person does to their own screen. */
export function selectFrame(store: BoardStore, frameId: FrameId | null): void {
  store.setState({ frameId, pinId: null, carriedEditId: null, alsoSelected: [], trial: untried });
}

export function selectPin(
  store: BoardStore,
  pin: { readonly id: PinId; readonly frameId: FrameId } | null,
): void {
  const chosen = pin ? { frameId: pin.frameId, pinId: pin.id, tab: 'pins' as const } : { pinId: null };
  store.setState({ ...chosen, alsoSelected: [], trial: untried });
}

export function show(store: BoardStore, frameId: FrameId, shown: Shown): void {
  store.setState(({ shown: all }) => ({ shown: { ...all, [frameId]: shown } }));
}

/** In the series panel: where the edit would go, and what it would take. */
export function carryEdit(store: BoardStore, carriedEditId: EditId | null): void {
  store.setState({ carriedEditId, tab: 'series' });
}

const untried = { growPx: null, featherPx: null } as const;
