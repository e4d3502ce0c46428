import { expect, test } from 'vitest';
import { withoutPaths } from './withoutPaths.ts';

test.each([
  ["ENOENT: no such file, open '/srv/models/sd/unet/model.onnx'", "ENOENT: no such file, open 'model.onnx'"],
  ['Load model from C:\\models\\lama.onnx failed', 'Load model from lama.onnx failed'],
  ['Cannot find module file:///srv/app/engine.ts', 'Cannot find module engine.ts'],
  ['no image/png in 1/2 of them', 'no image/png in 1/2 of them'],
])('%s', (said, left) => {
  expect(withoutPaths(said)).toBe(left);
});
