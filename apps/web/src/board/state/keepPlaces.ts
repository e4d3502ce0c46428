import { type BoardView, readBoard } from '@pinpaint/board';
import { type FrameId, type PixelRect, rectOfSize } from '@pinpaint/domain';
import type { QueryClient } from '@tanstack/react-query';
import type * as Y from 'yjs';
import type { Frame, Version } from '../../data/types.ts';
import { placeMissing } from '../canvas/placeMissing.ts';
import type { BoardStore } from './boardStore.ts';

export type PlaceSources = {
  readonly store: BoardStore;
  readonly doc: Y.Doc;
  readonly queries: QueryClient;
  readonly boardId: string;
};

/** Keeps in the store where all frames lie and what they cover, from the document and from what the API has told. */
export function keepPlaces({ store, doc, queries, boardId }: PlaceSources): () => void {
  const write = () => {
    const frames = queries.getQueryData<readonly Frame[]>(['frames', boardId]) ?? [];
    const versions = queries.getQueryData<readonly Version[]>(['versions', boardId]) ?? [];
    store.setState(placesOf(frames, versions, store.getState().past ?? { view: readBoard(doc), at: null }));
  };
  write();
  const unsubscribe = queries.getQueryCache().subscribe(({ type, query }) => {
    const [word, id] = query.queryKey;
    if (type === 'updated' && id === boardId && (word === 'frames' || word === 'versions')) write();
  });
  doc.on('update', write);
  const forget = store.subscribe((now, before) => now.past !== before.past && write());
  return () => {
    unsubscribe();
    forget();
    doc.off('update', write);
  };
}

type Lay = { readonly view: Pick<BoardView, 'frames'>; readonly at: string | null };

/** @param lay `at`: when; null is now */
function placesOf(frames: readonly Frame[], versions: readonly Version[], { view, at }: Lay) {
  const pictures = frames.flatMap(({ id, number, master, createdAt }) =>
    master && !(at && createdAt > at) ? [{ id: id as FrameId, number, size: master.size }] : [],
  );
  const bounds = new Map<FrameId, PixelRect>();
  for (const { id, size } of pictures) bounds.set(id, newestBounds(versions, id) ?? rectOfSize(size));
  return { bounds, places: placeMissing(pictures, view.frames) };
}

/** Of the draft, or of the newest version: what the frame covers now. */
function newestBounds(versions: readonly Version[], frameId: FrameId): PixelRect | undefined {
  return versions.find((version) => version.frameId === frameId && isStanding(version))?.bounds;
}

function isStanding({ state }: Version): boolean {
  return state !== 'discarded' && state !== 'withdrawn';
}
