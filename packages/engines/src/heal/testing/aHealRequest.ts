import type { EngineRequest } from '../../engine.ts';

export type Paint = (x: number, y: number) => readonly [number, number, number];
export type Where = (x: number, y: number) => boolean;

export type HealScene = {
  readonly width: number;
  readonly height: number;
  readonly paint: Paint;
  readonly hole: Where;
  readonly locked?: Where;
  readonly known?: Where;
  readonly depth?: 8 | 16;
};

const nowhere: Where = () => false;
const everywhere: Where = () => true;

/** A picture whose truth is known also where the hole lies: there it is given in a colour of its own. */
export function aHealRequest(scene: HealScene, changes: Partial<EngineRequest> = {}): EngineRequest {
  const { width, height, paint, hole, locked = nowhere, known = everywhere, depth = 8 } = scene;
  const alpha = plane(width, height, (x, y) => hole(x, y) && !locked(x, y));
  const shown: Paint = (x, y) => (hole(x, y) && !locked(x, y) ? [255, 0, 255] : paint(x, y));
  return {
    crop: picture(width, height, shown, depth),
    permittedAlpha: alpha,
    region: alpha,
    known: plane(width, height, known),
    locked: plane(width, height, locked),
    intent: { wish: { kind: 'remove', thing: null }, keep: [], confidence: 1 },
    note: '',
    seed: 7,
    strength: 1,
    variants: 1,
    ...changes,
  };
}

function picture(width: number, height: number, paint: Paint, depth: 8 | 16): EngineRequest['crop'] {
  const values = Array.from({ length: width * height }, (_, at) =>
    paint(at % width, Math.floor(at / width)),
  ).flat();
  return depth === 8
    ? { width, height, depth, data: Uint8Array.from(values) }
    : { width, height, depth, data: Uint16Array.from(values, (value) => Math.round(value * 257)) };
}

function plane(width: number, height: number, where: Where): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) =>
    where(at % width, Math.floor(at / width)) ? 255 : 0,
  );
}
