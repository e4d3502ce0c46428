import type { IntentKind } from '../intent/intent.ts';
import type { Cost, EngineFacts } from './engineFacts.ts';

const pixelsPerMegapixel = 1_000_000;

/** @param variants how many candidates are asked for, at least one */
export function estimateCost(facts: EngineFacts, cropPixels: number, variants: number): Cost {
  const megapixels = (cropPixels / pixelsPerMegapixel) * variants;
  return {
    pixels: cropPixels,
    seconds: facts.seconds.base + facts.seconds.perMegapixel * megapixels,
    usd: facts.usd.perRun * variants + facts.usd.perMegapixel * megapixels,
  };
}

/**
 * The engines that can do this kind of wish, the cheapest first; of equal price the faster, both for
 * one megapixel. By name in the end, so that every process proposes the same one.
 */
export function enginesFor(kind: IntentKind, engines: readonly EngineFacts[]): readonly EngineFacts[] {
  return engines
    .filter((engine) => engine.kinds.includes(kind))
    .map((engine) => ({ engine, cost: estimateCost(engine, pixelsPerMegapixel, 1) }))
    .sort(
      (a, b) =>
        a.cost.usd - b.cost.usd ||
        a.cost.seconds - b.cost.seconds ||
        (a.engine.name < b.engine.name ? -1 : 1),
    )
    .map(({ engine }) => engine);
}
