import {
  type EngineFacts,
  intersectRects,
  type PixelRect,
  surfaceBounds,
  surfaceMap,
} from '@pinpaint/domain';
import { breathe } from '../breathe.ts';
import {
  type Engine,
  type EngineCandidate,
  EngineError,
  type EngineRequest,
  type PlacedPicture,
  type ReportProgress,
  type RgbCrop,
} from '../engine.ts';
import { artworkLevels, showsNothing } from './artworkLevels.ts';
import { layGrain } from './layGrain.ts';
import { type Laying, layRow } from './layRow.ts';
import { lookAtSurface } from './lookAtSurface.ts';
import { makeWarp, warpRow } from './warpRow.ts';

const facts: EngineFacts = {
  name: 'place',
  version: '0.1.0',
  kinds: ['place'],
  nativeSizes: [],
  // Eleven bytes a pixel, and 170 MB for the largest artwork with its smaller ones.
  maxPixels: 60_000_000,
  seconds: { base: 0.3, perMegapixel: 0.35 },
  usd: { perRun: 0, perMegapixel: 0 },
};

/**
 * A brand's real artwork, set into a picture without a model: nothing of it is invented. It takes on the light, the
 * highlights and the grain of what it lies on, and none of the letters that stood there.
 */
export function createPlace(): Engine {
  return { facts, runsIn: 'thread', run: place };
}

/** Rows between two looks at whether somebody has given up. */
const bandRows = 64;

/** Without chance but for the grain, so one candidate, however many were asked for. */
async function place(
  request: EngineRequest,
  signal: AbortSignal,
  progress: ReportProgress,
): Promise<readonly EngineCandidate[]> {
  await breathe(signal);
  const { artwork, how } = readWish(request);
  const area = areaOf(artwork, request.crop);
  const map = surfaceMap(artwork.surface);
  const look = lookAtSurface(request, area, artwork.surface);
  await breathe(signal);
  const warp = makeWarp(map, artworkLevels(artwork), area.width);
  const laying: Laying = {
    request,
    how,
    look,
    grain: layGrain(look.grain, request.seed),
    patch: copyOf(request.crop),
    usedAlpha: new Uint8Array(request.crop.width * request.crop.height),
  };
  const row = new Float32Array(area.width * 4);
  let laid = 0;
  for (let y = area.y; y < area.y + area.height; y += 1) {
    const span = { y, left: area.x, right: area.x + area.width };
    warpRow(warp, span, row);
    laid += layRow(laying, span, row);
    if ((y - area.y) % bandRows === 0) {
      progress((y - area.y) / area.height);
      await breathe(signal);
    }
  }
  if (laid === 0)
    throw new EngineError('engine.artwork-outside', 'Nothing of the artwork lies where it may be seen.');
  const { patch, usedAlpha } = laying;
  return [{ patch, usedAlpha, seed: request.seed, figures: figuresOf(artwork, laying) }];
}

function readWish({ intent, artwork }: EngineRequest) {
  const { wish } = intent;
  if (wish?.kind !== 'place')
    throw new EngineError('engine.wrong-kind', 'Place sets artworks, nothing else.');
  if (!artwork || !wish.placement) throw new EngineError('engine.artwork-missing', 'No artwork is chosen.');
  if (showsNothing(artwork))
    throw new EngineError('engine.artwork-transparent', 'The artwork is transparent all over.');
  return { artwork, how: wish.placement };
}

function areaOf({ surface }: PlacedPicture, { width, height }: RgbCrop): PixelRect {
  const area = intersectRects(surfaceBounds(surface), { x: 0, y: 0, width, height });
  if (!area) throw new EngineError('engine.artwork-outside', 'The artwork lies outside of the picture.');
  return area;
}

function copyOf(crop: RgbCrop): RgbCrop {
  return crop.depth === 8 ? { ...crop, data: crop.data.slice() } : { ...crop, data: crop.data.slice() };
}

function figuresOf(artwork: PlacedPicture, { look }: Laying): EngineCandidate['figures'] {
  return { enlargement: enlargementOf(artwork), lightRange: look.range, grain: look.grain.luma * 255 };
}

/** Pixels of the picture to one of the artwork, where it is largest: above 1 it looks soft. */
function enlargementOf({ width, height, surface }: PlacedPicture): number {
  const [a, b, c, d] = surface.corners;
  const side = (from: readonly number[], to: readonly number[]) =>
    Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0));
  return Math.max(side(a, b) / width, side(d, c) / width, side(a, d) / height, side(b, c) / height);
}
