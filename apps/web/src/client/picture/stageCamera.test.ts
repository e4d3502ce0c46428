import { expect, it } from 'vitest';
import { toBoard } from '../../board/canvas/camera.ts';
import { createStageCamera } from './stageCamera.ts';

const picture = { x: -100, y: 0, width: 2000, height: 1000 };
const size = { width: 400, height: 600 };

function aCamera() {
  const camera = createStageCamera();
  camera.setPicture(picture);
  camera.setSize(size, null);
  return camera;
}

const seen = (camera: ReturnType<typeof aCamera>, x: number, y: number) =>
  toBoard(camera.view().camera, { x, y });

it('shows all of the picture in the middle, and again after the stage has changed', () => {
  const camera = aCamera();
  expect([camera.view().camera.scale, seen(camera, 0, 200)]).toEqual([0.2, { x: -100, y: 0 }]);
  camera.setSize({ width: 200, height: 600 }, null);
  expect([camera.view().camera.scale, camera.view().isFit]).toEqual([0.1, true]);
});

it('keeps what lies between two fingers there while they spread', () => {
  const camera = aCamera();
  const before = seen(camera, 200, 300);
  camera.pinch(
    [
      { x: 150, y: 300 },
      { x: 250, y: 300 },
    ],
    [
      { x: 100, y: 300 },
      { x: 300, y: 300 },
    ],
  );
  expect(camera.view().camera.scale).toBeCloseTo(0.4);
  expect(seen(camera, 200, 300).x).toBeCloseTo(before.x);
  expect(seen(camera, 200, 300).y).toBeCloseTo(before.y);
});

it('lets nobody lose the picture: neither beside it, nor further away, nor too close', () => {
  const camera = aCamera();
  camera.zoom({ x: 200, y: 300 }, 4);
  camera.pan(100_000, 100_000);
  expect(seen(camera, 0, 0)).toEqual({ x: -100, y: 0 });
  camera.pan(-100_000, -100_000);
  expect(seen(camera, 400, 600).x).toBeCloseTo(1900);
  camera.zoom({ x: 0, y: 0 }, 1e9);
  expect(camera.view().camera.scale).toBe(8);
  camera.zoom({ x: 0, y: 0 }, 1e-9);
  expect(camera.view()).toMatchObject({ isFit: true, camera: { scale: 0.2 } });
});

it('keeps a region in sight at its size when a sheet takes room, and shows all again when it has gone', () => {
  const camera = aCamera();
  const region = { x: 1500, y: 700, width: 200, height: 200 };
  camera.setSize({ width: 400, height: 150 }, region);
  expect(camera.view().camera.scale).toBe(0.2);
  const { x, y } = seen(camera, 0, 0);
  expect(x <= region.x && y <= region.y && seen(camera, 400, 150).y >= 900).toBe(true);
  camera.setSize(size, null);
  expect(camera.view()).toMatchObject({ isFit: true, camera: { scale: 0.2 } });
});

it('opens with a sheet and shows all of the picture once it has gone', () => {
  const camera = createStageCamera();
  camera.setPicture(picture);
  camera.setSize({ width: 400, height: 150 }, { x: 1500, y: 700, width: 200, height: 200 });
  camera.setSize(size, null);
  expect(camera.view()).toMatchObject({ isFit: true, camera: { scale: 0.2 } });
});
