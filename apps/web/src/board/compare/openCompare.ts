import type { FrameId } from '@pinpaint/domain';
import type { Version } from '../../data/types.ts';
import type { BoardStore } from '../state/boardStore.ts';
import { pairVersions } from './pairVersions.ts';

/** Shows a version against what it would replace. @returns whether there is anything to compare it with */
export function openCompare(store: BoardStore, versions: readonly Version[], versionId: string): boolean {
  const frameId = versions.find(({ id }) => id === versionId)?.frameId;
  return frameId !== undefined && open(store, versions, { frameId, versionId });
}

/** Of a frame, what has most to say: key Y. */
export function openCompareOf(store: BoardStore, versions: readonly Version[], frameId: string): boolean {
  return open(store, versions, { frameId, versionId: null });
}

export function closeCompare(store: BoardStore): void {
  store.setState({ compare: null });
}

type Wanted = { readonly frameId: string; readonly versionId: string | null };

function open(store: BoardStore, versions: readonly Version[], { frameId, versionId }: Wanted): boolean {
  const pair = pairVersions(
    versions.filter((version) => version.frameId === frameId),
    versionId,
  );
  if (!pair) return false;
  const mode = store.getState().compare?.mode ?? 'slider';
  store.setState({
    frameId: frameId as FrameId,
    tab: 'versions',
    compare: { frameId: frameId as FrameId, a: pair.a.id, b: pair.b.id, mode },
  });
  return true;
}
