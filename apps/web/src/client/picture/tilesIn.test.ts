import { expect, it } from 'vitest';
import { tilesIn } from './tilesIn.ts';

/** 4096 × 2048, as the server would say it. */
const grid = {
  tilePx: 512,
  levels: [0, 1, 2, 3].map((n) => {
    const [width, height] = [4096 >> n, 2048 >> n];
    return { width, height, columns: Math.ceil(width / 512), rows: Math.ceil(height / 512) };
  }),
};
const bounds = { x: -100, y: 0, width: 4096, height: 2048 };
const size = { width: 512, height: 256 };
const fitScale = size.width / bounds.width;

const keys = (x: number, scale: number, density = 1) =>
  tilesIn({ grid, bounds, density, view: { camera: { x, y: 0, scale }, size, fitScale, isFit: false } }).map(
    ({ key }) => key,
  );

it('shows the whole picture by the level that has as many pixels as the screen', () => {
  expect(keys(-100, fitScale)).toEqual(['3/0/0']);
  expect(keys(-100, fitScale, 2)).toEqual(['2/0/0', '2/1/0']);
});

it('brings, closer up, the sharp tiles in view over coarser ones', () => {
  expect(keys(-100, 1)).toEqual(['3/0/0', '1/0/0', '0/0/0']);
  expect(keys(500, 1)).toEqual(['3/0/0', '1/0/0', '1/1/0', '0/1/0', '0/2/0']);
});

it('lays tiles where the picture lies, to its last pixel', () => {
  const tiles = tilesIn({
    grid,
    bounds,
    density: 2,
    view: { camera: { x: -100, y: 0, scale: fitScale }, size, fitScale, isFit: true },
  });
  expect(tiles.map(({ rect }) => rect)).toEqual([
    { x: -100, y: 0, width: 2048, height: 2048 },
    { x: 1948, y: 0, width: 2048, height: 2048 },
  ]);
});
