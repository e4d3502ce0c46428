import { performance } from 'node:perf_hooks';
import { announcedCost, type PixelRect, type Region, type Wish } from '@pinpaint/domain';
import { alphaOver, permittedAlpha, planCrop, rasterise } from '@pinpaint/imaging';
import type { Engine, EngineRequest } from '../../engine.ts';
import { createGrade } from '../../grade/createGrade.ts';
import { createHeal } from '../../heal/createHeal.ts';
import { cutRgb, type Rgb } from '../raster.ts';

/** What an engine spent on one edit. */
type Spent = { readonly pixels: number; readonly seconds: number; readonly usd: number };
export type EngineRow = { readonly name: string; readonly region: Spent; readonly frame: Spent };

type Note = { readonly polygon: readonly (readonly [number, number])[]; readonly wish: Wish };

const blue = { name: 'blue', hex: '#0000ff' } as const;

/** The built-in engines that can do both, each with the wish that it is for. */
const engines: readonly (readonly [Engine, Wish])[] = [
  [createHeal(), { kind: 'remove', thing: null }],
  [createGrade(), { kind: 'recolour', thing: null, from: null, to: blue }],
];

/**
 * The same edit of the same region twice by each engine: over the crop that Pinpaint would give it, and over the whole
 * frame, as whoever re-imagines the picture pays for it.
 */
export async function measureEngines(picture: Rgb, polygon: Note['polygon']): Promise<readonly EngineRow[]> {
  const rows: EngineRow[] = [];
  for (const [engine, wish] of engines) {
    const note = { polygon, wish };
    await engine.run(requestOver(picture, note, 'region'), new AbortController().signal, () => {});
    rows.push({
      name: engine.facts.name,
      region: await spentOn(engine, requestOver(picture, note, 'region')),
      frame: await spentOn(engine, requestOver(picture, note, 'frame')),
    });
  }
  return rows;
}

async function spentOn({ facts, run }: Engine, request: EngineRequest): Promise<Spent> {
  const pixels = request.crop.width * request.crop.height;
  const since = performance.now();
  await run(request, new AbortController().signal, () => {});
  const seconds = (performance.now() - since) / 1000;
  return { pixels, seconds, usd: announcedCost(facts, pixels, 1).usd };
}

function requestOver(picture: Rgb, { polygon, wish }: Note, over: 'region' | 'frame'): EngineRequest {
  const bounds: PixelRect = { x: 0, y: 0, width: picture.width, height: picture.height };
  const region: Region = { kind: 'lasso', points: polygon };
  const permitted = permittedAlpha({ region, locks: [], bounds });
  const plan =
    permitted && planCrop(permitted.rect, bounds, { contextRatio: 1, minContextPx: 128, stridePx: 8 });
  if (!permitted || !plan) throw new Error('measureEngines: the region lies beside the picture');
  const rect = over === 'region' ? plan.rect : bounds;
  const pixels = rect.width * rect.height;
  return {
    crop: { width: rect.width, height: rect.height, depth: 8, data: cutRgb(picture, rect).data },
    permittedAlpha: alphaOver(permitted, rect).data,
    region: rasterise(region, rect).data,
    known: new Uint8Array(pixels).fill(255),
    locked: new Uint8Array(pixels),
    intent: { wish, keep: [], confidence: 1 },
    note: '',
    seed: 1,
    strength: 1,
    variants: 1,
  };
}
