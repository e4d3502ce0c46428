import { layBack, matchOnRing, type Picture, registerOnRing, type Warp } from '@pinpaint/imaging';
import type { EngineCandidate, EngineRequest, Provenance, RgbCrop } from '../engine.ts';
import { type Canvas, cutCanvas } from './canvas.ts';
import { serviceError } from './serviceError.ts';

export type LaidAnswer = Pick<EngineCandidate, 'patch' | 'usedAlpha' | 'figures'> & {
  readonly provenance: Provenance;
};

type ToLay = {
  readonly name: string;
  readonly request: EngineRequest;
  readonly canvas: Canvas;
  readonly returned: Picture;
  /** What the picture has cost, wherever it ends. */
  readonly usd: number | undefined;
};

/**
 * What a service drew, back on the crop's own pixels: registered on what was to stay, its colours matched if that makes
 * the seam less visible, and shown where that is permitted.
 */
export function layAnswer({ name, request, canvas, returned, usd }: ToLay): LaidAnswer {
  const found = registerOnRing({ kept: canvas.picture, returned, ring: canvas.ring });
  if (!found.ok) {
    const { steps, likeness } = found.error;
    throw serviceError(
      'engine.not-registered',
      `${name} changed what was to stay as it is: around the region its picture is off by ${steps.toFixed(1)} steps, ${Math.round(100 * likeness)} % alike.`,
      usd,
    );
  }
  const { warp, steps, likeness } = found.value;
  const { crop, permittedAlpha, known } = request;
  const laid = layBack(returned, { ...canvas.picture, depth: crop.depth }, warp);
  const ring = permittedAlpha.map((value, i) => (value === 0 && known[i] ? 255 : 0));
  const matched = matchOnRing({
    kept: { ...crop, channels: 3 },
    returned: cutCanvas(laid, canvas),
    permitted: permittedAlpha,
    ring,
  });
  const short = (value: number) => Math.round(value * 1000) / 1000;
  return {
    patch: rgbOf(matched.picture),
    usedAlpha: permittedAlpha,
    figures: { ringSteps: steps, ringLikeness: likeness, seamSteps: matched.seamAfter },
    provenance: {
      sentWidth: canvas.picture.width,
      sentHeight: canvas.picture.height,
      returnedWidth: returned.width,
      returnedHeight: returned.height,
      ...rounded(warp),
      ringSteps: short(steps),
      ringLikeness: short(likeness),
      coloursMatched: matched.matched,
    },
  };
}

function rounded({ scaleX, scaleY, shiftX, shiftY }: Warp): Provenance {
  const to = (value: number, digits: number) => Number(value.toFixed(digits));
  return { scaleX: to(scaleX, 5), scaleY: to(scaleY, 5), shiftX: to(shiftX, 3), shiftY: to(shiftY, 3) };
}

function rgbOf({ width, height, ...samples }: Picture): RgbCrop {
  return samples.depth === 8
    ? { width, height, depth: 8, data: samples.data }
    : { width, height, depth: 16, data: samples.data };
}
