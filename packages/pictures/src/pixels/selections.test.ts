import { join } from 'node:path';
import { makePicture } from '@pinpaint/imaging';
import { expect, it } from 'vitest';
import { makeMaster } from '../master/makeMaster.ts';
import { asPng, fileOf, scratchFolder } from '../testing/index.ts';
import { cutView } from './cutView.ts';
import { outlineMask } from './outlineMask.ts';

it('a view is cut from where it lies, at the size it is to have', async () => {
  const picture = makePicture({ width: 1600, height: 800, channels: 3, depth: 8 });
  for (let i = 0; i < picture.data.length; i += 1) picture.data[i] = (Math.floor(i / 3) % 1600) / 8;
  const path = join(await scratchFolder(), 'master.tif');
  await makeMaster(await fileOf(await asPng(picture)), path);
  const bounds = { x: -50, y: 10, width: 1600, height: 800 };
  const view = { rect: { x: 350, y: 210, width: 800, height: 400 }, size: { width: 400, height: 200 } };
  const cut = await cutView({ path, bounds, view });
  expect(cut.length).toBe(400 * 200 * 3);
  for (const x of [1, 200, 398]) expect(cut[(100 * 400 + x) * 3]).toBeCloseTo((400 + 2 * x) / 8, -0.3);
});

it('a mask of nothing has no outline, and one made to be costly a short one', async () => {
  const size = { width: 1024, height: 1024 };
  const view = { rect: { x: 0, y: 0, ...size }, size };
  expect(await outlineMask({ mask: new Uint8Array(1024 * 1024), view })).toBeNull();
  const dots = Uint8Array.from({ length: 1024 * 1024 }, (_, at) =>
    (at % 1024) % 4 < 2 && Math.floor(at / 1024) % 4 < 2 ? 255 : 0,
  );
  const outline = await outlineMask({ mask: dots, view });
  expect(outline?.points.length ?? 0).toBeLessThanOrEqual(10_000);
});
