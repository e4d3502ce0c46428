import { type BoardView, readBoard } from '@pinpaint/board';
import { type FrameId, type PixelRect, rectOfSize } from '@pinpaint/domain';
import type { QueryClient } from '@tanstack/react-query';
import type * as Y from 'yjs';
import type { Frame, Version } from '../../data/types.ts';
import type { Camera } from '../canvas/camera.ts';
import { placeMissing } from '../canvas/placeMissing.ts';
import type { BoardState, BoardStore } from './boardStore.ts';

export type PlaceSources = {
  readonly store: BoardStore;
  readonly doc: Y.Doc;
  readonly queries: QueryClient;
  readonly boardId: string;
};

/** Keeps in the store where all frames lie and what they cover, from the document and from what the API has told. */
export function keepPlaces({ store, doc, queries, boardId }: PlaceSources): () => void {
  const laid = () => {
    const frames = queries.getQueryData<readonly Frame[]>(['frames', boardId]) ?? [];
    const versions = queries.getQueryData<readonly Version[]>(['versions', boardId]) ?? [];
    return placesOf(frames, versions, store.getState().past ?? { view: readBoard(doc), at: null });
  };
  const write = () => store.setState(laid());
  write();
  const unsubscribe = queries.getQueryCache().subscribe(({ type, query }) => {
    const [word, id] = query.queryKey;
    if (type !== 'updated' || id !== boardId || (word !== 'frames' && word !== 'versions')) return;
    const now = laid();
    store.setState((before) => ({ ...now, camera: withMoved(before, now) }));
  });
  doc.on('update', write);
  const forget = store.subscribe((now, before) => now.past !== before.past && write());
  return () => {
    unsubscribe();
    forget();
    doc.off('update', write);
  };
}

/** Pictures make way for one that has been extended: the selected frame stays where it is on screen. */
function withMoved({ camera, frameId, places }: BoardState, now: Pick<BoardState, 'places'>): Camera {
  const [from, to] = frameId ? [places.get(frameId), now.places.get(frameId)] : [];
  if (!from || !to || from.scale !== to.scale) return camera;
  return { ...camera, x: camera.x + to.x - from.x, y: camera.y + to.y - from.y };
}

type Lay = { readonly view: Pick<BoardView, 'frames'>; readonly at: string | null };

/** @param lay `at`: when; null is now */
function placesOf(frames: readonly Frame[], versions: readonly Version[], { view, at }: Lay) {
  const pictures = frames.flatMap(({ id, number, master, createdAt }) => {
    if (!master || (at && createdAt > at)) return [];
    const covers = newestBounds(versions, id as FrameId) ?? rectOfSize(master.size);
    return [{ id: id as FrameId, number, size: master.size, covers }];
  });
  const bounds = new Map(pictures.map(({ id, covers }) => [id, covers]));
  return { bounds, places: placeMissing(pictures, view.frames) };
}

/** Of the draft, or of the newest version: what the frame covers now. */
function newestBounds(versions: readonly Version[], frameId: FrameId): PixelRect | undefined {
  return versions.find((version) => version.frameId === frameId && isStanding(version))?.bounds;
}

function isStanding({ state }: Version): boolean {
  return state !== 'discarded' && state !== 'withdrawn';
}
