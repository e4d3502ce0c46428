import type { EngineFacts } from '@pinpaint/domain';
import {
  type Engine,
  type EngineCandidate,
  EngineError,
  type EngineRequest,
  type ReportProgress,
} from '../engine.ts';
import { createRandom } from '../random.ts';
import { dominantOffsets } from './dominantOffsets.ts';
import { fillScene } from './fillScene.ts';
import { priceSmoothness } from './grain.ts';
import { readRoles } from './pixelRole.ts';
import { buildPyramid } from './pyramid.ts';
import { priceRarity } from './rarity.ts';
import { readReach } from './reach.ts';
import { findSelfMatches } from './selfMatches.ts';
import type { Scene } from './tryOnce.ts';

const facts: EngineFacts = {
  name: 'heal',
  version: '0.4.0',
  kinds: ['remove', 'extend'],
  nativeSizes: [],
  // 25 bytes a pixel at the most, and 70 MB for the solve: under 1 GB.
  maxPixels: 36_000_000,
  // Measured on two quiet cores: 0.5 s for patch-off, 3.5 s for dog-off, 35 s for wide-16x9 (17 megapixels, two thirds
  // of them new). A busy machine takes three times as long, so the base stays generous.
  seconds: { base: 1.5, perMegapixel: 1.6 },
  usd: { perRun: 0, perMegapixel: 0 },
};

/**
 * Completion without weights: fills a hole from the rest of the crop by multi-scale PatchMatch. It knows no
 * meaning: it continues textures, edges and light, and can't invent what the picture doesn't show elsewhere.
 */
export function createHeal(): Engine {
  return { facts, runsIn: 'thread', run: heal };
}

async function heal(
  request: EngineRequest,
  signal: AbortSignal,
  progress: ReportProgress,
): Promise<readonly EngineCandidate[]> {
  signal.throwIfAborted();
  const scene = readScene(request);
  const candidates: EngineCandidate[] = [];
  for (let variant = 0; variant < request.variants; variant++) {
    const share = (fraction: number): void => progress((variant + fraction) / request.variants);
    candidates.push(await fillScene(scene, request.seed + variant, signal, share));
    share(1);
  }
  return candidates;
}

function readScene(request: EngineRequest): Scene {
  const plane = readRoles(request);
  const pyramid = buildPyramid(request.crop, plane);
  const solveLevel = pyramid.levels.at(-1);
  if (!solveLevel || solveLevel.sources.length === 0) {
    throw new EngineError('engine.no-source', 'There is too little around the region to copy from.');
  }
  // Of the picture, not of a try: all variants look along the same moves.
  const matches = findSelfMatches(solveLevel, createRandom(request.seed));
  priceRarity(pyramid.levels, matches);
  priceSmoothness(pyramid.levels);
  const settled = settledOf(request);
  return {
    request,
    plane,
    pyramid,
    solveLevel,
    isOneSided: settled.includes(0),
    reach: readReach(settled, request.crop),
    offsets: dominantOffsets(matches),
  };
}

/** 0 only where an extend has no pixels yet: what is transparent has none either, but nothing grows into it. */
function settledOf({ known, locked }: EngineRequest): Uint8Array {
  return known.map((value, at) => Math.max(value, locked[at] ?? 0));
}
