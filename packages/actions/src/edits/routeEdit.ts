import {
  type Choice,
  cannotMessage,
  type EngineFacts,
  enginesFor,
  explainChoice,
  type Intent,
  inOrderOfChoice,
  type MeasuredEngine,
  type Offer,
  ok,
  type Result,
  type WantedBy,
} from '@pinpaint/domain';
import { type Problem, problem } from '../problem.ts';
import type { EditArea } from './editArea.ts';
import { type AreaEstimate, estimateArea } from './estimateArea.ts';

/** An engine that can do a wish here, and what it would take. */
export type EngineOffer = Offer & { readonly engine: EngineFacts; readonly estimate: AreaEstimate };

export type Offering = {
  readonly intent: Intent;
  readonly area: EditArea;
  readonly growPx: number | null;
  readonly variants: number;
  readonly engines: readonly MeasuredEngine[];
};

/** What the estimate shows, in order of choice: the first one is taken unless somebody wants another. */
export function offersFor({ intent, engines, ...how }: Offering): readonly EngineOffer[] {
  const { wish } = intent;
  if (!wish) return [];
  const offers = enginesFor(wish.kind, engines).flatMap((engine) => {
    const estimate = estimateArea(engine, { kind: wish.kind, ...how });
    if (!estimate) return [];
    const { usd, seconds } = estimate.region;
    return [{ name: engine.name, usd, seconds, engine, estimate }];
  });
  return inOrderOfChoice(offers);
}

export type Route = Pick<EngineOffer, 'engine' | 'estimate'> & { readonly choice: Choice };

/**
 * The engine asked for, or the first in order of choice, and why; when none can, what a person reads then.
 *
 * @param name undefined: nobody asked for one
 */
export function routeEdit(
  offering: Offering,
  name: string | undefined,
  wantedBy?: WantedBy,
): Result<Route, Problem> {
  const { intent, engines } = offering;
  const able = intent.wish ? enginesFor(intent.wish.kind, engines) : [];
  if (name !== undefined && intent.wish && !able.some((engine) => engine.name === name)) {
    const isConnected = engines.some((engine) => engine.name === name);
    return problem(isConnected ? 'engine.cannot' : 'engine.not-connected', { engine: name });
  }
  if (able.length === 0) return needsEngine(intent, engines);
  const offers = offersFor(offering);
  const taken = offers.find((offer) => offer.name === name) ?? offers[0];
  if (!taken) return problem('mask.empty');
  const { engine, estimate } = taken;
  return ok({ engine, estimate, choice: explainChoice(offers, taken, wantedBy) });
}

function needsEngine(intent: Intent, connected: readonly EngineFacts[]) {
  const { text, understood, ways, engines } = cannotMessage(intent, connected);
  return problem('edit.needs-engine', {
    text,
    understood,
    ways: [...ways],
    engines: engines.map(({ name, title, prices }) => ({
      name,
      title,
      prices: prices.map((price) => ({ ...price })),
    })),
  });
}
