import { distanceField } from '@pinpaint/imaging';
import type { EngineRequest } from '../engine.ts';
import type { Matte } from './matte.ts';
import { regionMatte } from './regionMatte.ts';

/** Over how much of the way to its deepest place light comes up. */
const fadeShare = 0.6;

/**
 * Light on a region in which no thing is meant: all that may change, and less and less of it towards the border, as
 * from a lamp. A region is drawn across plain ground, where a border of its own would show as a disc. Where the region
 * ends at a lock or with the picture there is an edge already, and light goes up to it.
 */
export function pooledMatte({ crop, permittedAlpha, locked }: EngineRequest): Matte {
  const matte = regionMatte({ crop, permittedAlpha });
  const beyond = permittedAlpha.map((value, i) => (value === 0 && locked[i] === 0 ? 1 : 0));
  if (!beyond.includes(1)) return matte;
  const squares = distanceField(beyond, crop);
  const widePx = Math.max(1, fadeShare * Math.sqrt(squares.reduce((most, one) => Math.max(most, one), 0)));
  const alpha = matte.alpha.map((value, i) => Math.round(value * risen(Math.sqrt(squares[i] ?? 0) / widePx)));
  return { ...matte, alpha };
}

function risen(share: number): number {
  const t = Math.min(1, share);
  return t * t * (3 - 2 * t);
}
