import type { EngineRequest } from '../engine.ts';
import type { Matte } from './matte.ts';

/** All that may change, as far as it may: where no thing is meant. */
export function regionMatte({
  crop: { width, height },
  permittedAlpha,
}: Pick<EngineRequest, 'crop' | 'permittedAlpha'>): Matte {
  const none = new Float32Array(0);
  const mixed = new Int32Array(width * height).fill(-1);
  return { left: 0, top: 0, width, height, alpha: permittedAlpha, mixed, own: none, shares: none };
}
