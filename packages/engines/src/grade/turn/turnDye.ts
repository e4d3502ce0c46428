import type { Cells } from '@pinpaint/imaging';
import { type BodyModel, tintOfBody } from '../bodyModel.ts';
import type { Dye } from '../dye.ts';
import { fitGamut } from '../fitGamut.ts';
import { between, type Look } from '../look.ts';
import type { Matte } from '../matte.ts';
import { litLightness } from './litLightness.ts';

/** A change of light over a thing: natural logs of linear light, a plane of the cells' size. */
type LightField = { readonly cells: Cells; readonly logs: Float32Array };

/**
 * Multiplies each pixel's light by the field's. Light scales L, a and b alike, so texture stays; tint shifts as it
 * does on the thing itself from its shade to its light: gloss that loses its light is skin again, not grey.
 *
 * @param shares how much of the change each look pixel gets, 0…1
 * @param amount 1 = as the field says
 */
export function createTurnDye(
  look: Look,
  { left, top, width }: Pick<Matte, 'left' | 'top' | 'width'>,
  { field: { cells, logs }, shares, body, amount }: Turn,
): Dye {
  const perCell = look.scale * cells.step;
  // Cells have a margin of one, and their samples stand in their middle.
  const grid = { ...look, width: cells.columns, height: cells.rows, scale: perCell };
  return (lab, pixels) => {
    for (let k = 0; k < pixels.length; k += 1) {
      const i = pixels[k] ?? 0;
      const x = (i % width) + left - look.left;
      const y = Math.floor(i / width) + top - look.top;
      const log = amount * between(look, shares, x, y) * between(grid, logs, x + perCell, y + perCell);
      scaleLight(lab, 3 * k, { times: Math.exp(log / 3), body });
    }
  };
}

export type Turn = {
  readonly field: LightField;
  readonly shares: Float32Array;
  /** null where it is no single thing that is lit. */
  readonly body: BodyModel | null;
  readonly amount: number;
};

type Scale = { readonly times: number; readonly body: BodyModel | null };

function scaleLight(lab: Float32Array, at: number, { times, body }: Scale): void {
  const l = lab[at] ?? 0;
  if (l <= 0 || times === 1) return;
  const next = litLightness(l, times);
  const was = body ? tintOfBody(body, l) : noTint;
  const is = body ? tintOfBody(body, next) : noTint;
  lab[at] = next;
  lab[at + 1] = ((lab[at + 1] ?? 0) / l + is.a - was.a) * next;
  lab[at + 2] = ((lab[at + 2] ?? 0) / l + is.b - was.b) * next;
  fitGamut(lab, at);
}

const noTint = { a: 0, b: 0 };
