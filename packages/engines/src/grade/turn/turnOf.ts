import type { LightSide } from '@pinpaint/domain';
import { cellsOf, distanceField, isClearLight, readLight } from '@pinpaint/imaging';
import { EngineError } from '../../engine.ts';
import type { BodyModel } from '../bodyModel.ts';
import type { Look } from '../look.ts';
import type { Turn } from './turnDye.ts';
import { turnedLight } from './turnedLight.ts';

/** What is lit, in look pixels: 1 each where it is, and where it goes on but may not change. */
export type LitArea = {
  readonly mask: Uint8Array;
  /** What of it is the thing's own surface, and tells of the light. */
  readonly surface: Uint8Array;
  readonly cut: Uint8Array;
  /** Of the thing; null where it is no single one. */
  readonly body: BodyModel | null;
};

/** How wide a turned light fades where a thing is cut, as a share of the square root of its area. */
const fadeShare = 0.18;

/** How the light on a thing changes when it comes from another side, and how far the change is told by its shading. */
export type ReadTurn = Omit<Turn, 'amount'> & { readonly explained: number };

/** @throws EngineError `engine.light-unclear` */
export function turnOf(look: Look, { mask, surface, cut, body }: LitArea, side: LightSide): ReadTurn {
  const cells = cellsOf(look, mask, cut);
  const seen = cellsOf(look, surface, cut);
  const found = readLight(cells, seen);
  if (!isClearLight(found)) {
    throw new EngineError(
      'engine.light-unclear',
      'Where the light comes from can’t be told here: the region is too small, flat or patterned. Relight it by hand.',
    );
  }
  return {
    field: { cells, logs: turnedLight({ cells, seen, found }, side) },
    shares: sharesBeside(cut, look, mask),
    body,
    explained: found.explained,
  };
}

/** 0 where the thing is cut, 1 far from there: nobody sees where a change ends that ends slowly. */
function sharesBeside(cut: Uint8Array, look: Look, mask: Uint8Array): Float32Array {
  const area = mask.reduce((sum, value) => sum + value, 0);
  const widthPx = 1 + fadeShare * Math.sqrt(area);
  const squared = distanceField(cut, look, widthPx);
  return Float32Array.from(squared, (value) => {
    const t = Math.min(1, Math.sqrt(value) / widthPx);
    return t * t * (3 - 2 * t);
  });
}
