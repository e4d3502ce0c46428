import { type FrameId, newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { createBoardStore } from '../state/boardStore.ts';
import { keepShown, panBy, pictureOf } from './viewActions.ts';

const frameId = newId<FrameId>();
const bounds = new Map([[frameId, { x: 0, y: 0, width: 400, height: 300 }]]);
const placedAt = (x: number) => new Map([[frameId, { x, y: 0, scale: 1 }]]);

function aBoard(view = { width: 1000, height: 800 }) {
  const store = createBoardStore();
  store.setState({ bounds, places: placedAt(0), view });
  const seenAt = () => Math.round(pictureOf(store.getState(), frameId)?.x ?? Number.NaN);
  return { store, seenAt };
}

it('a frame that was asked for is shown where the room tells that it lies', () => {
  const { store, seenAt } = aBoard();
  keepShown(store, frameId);
  const first = seenAt();
  store.setState({ places: placedAt(5000) });
  expect(seenAt()).toBe(first);
});

it('but nobody is followed who moves it afterwards', () => {
  const { store, seenAt } = aBoard();
  keepShown(store, frameId);
  store.setState({ isInRoom: true });
  const first = seenAt();
  store.setState({ places: placedAt(5000) });
  expect(seenAt()).toBeGreaterThan(first);
});

it('nor is the view taken from somebody who has looked elsewhere meanwhile', () => {
  const { store } = aBoard();
  keepShown(store, frameId);
  panBy(store, 10, 0);
  const { camera } = store.getState();
  store.setState({ places: placedAt(5000) });
  expect(store.getState().camera).toEqual(camera);
});

it('it goes on being shown whole where something beside takes of the canvas', () => {
  const { store } = aBoard();
  keepShown(store, frameId);
  store.setState({ isInRoom: true });
  store.setState({ view: { width: 600, height: 800 } });
  const picture = pictureOf(store.getState(), frameId);
  expect((picture?.x ?? 0) + (picture?.width ?? Number.NaN)).toBeLessThan(600);
  panBy(store, 10, 0);
  const { camera } = store.getState();
  store.setState({ view: { width: 900, height: 800 } });
  expect(store.getState().camera).toEqual(camera);
});

it('it is shown as soon as there is a canvas to show it on', () => {
  const { store, seenAt } = aBoard({ width: 0, height: 0 });
  keepShown(store, frameId);
  store.setState({ view: { width: 1000, height: 800 } });
  const first = seenAt();
  expect(first).toBeGreaterThan(0);
  store.setState({ places: placedAt(5000) });
  expect(seenAt()).toBe(first);
});
