import { placeFrame } from '@pinpaint/board';
import { type FrameId, newId } from '@pinpaint/domain';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { screenRectOf } from '../canvas/camera.ts';
import { createBoardStore } from './boardStore.ts';
import { keepPlaces } from './keepPlaces.ts';

const boardId = 'board';
const size = { width: 1000, height: 1000 };
const [one, two] = [newId<FrameId>(), newId<FrameId>()];
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

it('an extended picture stays where it is on the screen of who has selected it, and its neighbour makes way', () => {
  const { store, extend, seenAt } = openBoard();
  const [before, neighbour] = [seenAt(one), seenAt(two)];
  store.setState({ frameId: one });
  extend(one);
  expect(seenAt(one)).toEqual(before);
  expect((seenAt(two)?.x ?? 0) - (neighbour?.x ?? 0)).toBeCloseTo(250 * 0.7 * store.getState().camera.scale);
});

it('whoever has selected another sees that one stay', () => {
  const { store, extend, seenAt } = openBoard();
  store.setState({ frameId: two });
  const before = seenAt(two);
  extend(one);
  expect(seenAt(two)).toEqual(before);
});

it('a picture that somebody moves is seen to move', () => {
  const { store, doc, seenAt } = openBoard();
  store.setState({ frameId: one });
  const before = seenAt(one);
  placeFrame(doc, one, { x: 400, y: 0, scale: 0.7, origin: null });
  expect(seenAt(one)?.x).toBeGreaterThan(before?.x ?? Number.POSITIVE_INFINITY);
});

function openBoard() {
  const [store, doc, queries] = [createBoardStore(), new Y.Doc(), new QueryClient()];
  const frames = [one, two].map((id, at) => ({
    id,
    number: at + 1,
    master: { size },
    createdAt: '2026-01-01',
  }));
  queries.setQueryData(['frames', boardId], frames);
  endings.push(keepPlaces({ store, doc, queries, boardId }), () => queries.clear());
  return {
    store,
    doc,
    /** To the left and to the right, by as much. */
    extend(frameId: FrameId) {
      const bounds = { x: -250, y: 0, width: 1500, height: 1000 };
      queries.setQueryData(['versions', boardId], [{ frameId, bounds, state: 'draft' }]);
    },
    /** Where its master is on screen. */
    seenAt(frameId: FrameId) {
      const { camera, places } = store.getState();
      const place = places.get(frameId);
      return place && screenRectOf(camera, place, { x: 0, y: 0, ...size });
    },
  };
}
