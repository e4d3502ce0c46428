import {
  type DrawnShape,
  type EngineFacts,
  type ExpectedCost,
  estimateCost,
  inOrderOfChoice,
  type MeasuredEngine,
} from '@pinpaint/domain';

/** An engine that draws from words in a shape, and what it would take. */
export type DrawingOffer = {
  readonly name: string;
  readonly usd: number;
  readonly seconds: number;
  readonly engine: EngineFacts;
  readonly shape: DrawnShape;
  readonly cost: ExpectedCost;
};

/** In order of choice; none: nobody connected draws in that shape. */
export function drawingOffers(engines: readonly MeasuredEngine[], aspect: string): readonly DrawingOffer[] {
  const offers = engines.flatMap((engine) => {
    const shape = engine.draws?.find((drawn) => drawn.aspect === aspect);
    if (!shape) return [];
    const cost = estimateCost(engine, shape.width * shape.height, 1);
    return [{ name: engine.name, usd: cost.usd, seconds: cost.seconds, engine, shape, cost }];
  });
  return inOrderOfChoice(offers);
}

/** Every shape that somebody connected draws in, each once, as the first of them lists them. */
export function drawnAspects(engines: readonly EngineFacts[]): readonly string[] {
  return [...new Set(engines.flatMap(({ draws = [] }) => draws.map(({ aspect }) => aspect)))];
}
