import { type FrameId, newId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { createBoardStore } from '../state/boardStore.ts';
import { pictureOf, setCovered, showAll } from './viewActions.ts';

const frameId = newId<FrameId>();
const sheet = { right: 0, bottom: 350 };

function aPhone() {
  const store = createBoardStore();
  store.setState({
    bounds: new Map([[frameId, { x: 0, y: 0, width: 400, height: 300 }]]),
    places: new Map([[frameId, { x: 0, y: 0, scale: 1 }]]),
    view: { width: 390, height: 600 },
  });
  const middle = () => {
    const picture = pictureOf(store.getState(), frameId);
    return picture ? Math.round(picture.y + picture.height / 2) : null;
  };
  return { store, middle };
}

it('fits what is shown above the sheet that lies over the canvas', () => {
  const { store } = aPhone();
  setCovered(store, sheet);
  showAll(store);
  const picture = pictureOf(store.getState(), frameId);
  expect(picture?.y).toBeGreaterThanOrEqual(0);
  expect((picture?.y ?? 0) + (picture?.height ?? 0)).toBeLessThanOrEqual(250);
});

it('keeps in the middle what was there, and puts it back once nothing lies over it', () => {
  const { store, middle } = aPhone();
  showAll(store);
  const before = middle();
  setCovered(store, sheet);
  expect(middle()).toBe((before ?? 0) - 175);
  setCovered(store, { right: 0, bottom: 0 });
  expect(middle()).toBe(before);
});
