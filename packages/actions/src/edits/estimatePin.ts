import {
  type CannotMessage,
  cannotMessage,
  type ExpectedCost,
  enginesFor,
  explainChoice,
  type Intent,
  ok,
  type PinId,
  type Region,
  type Result,
  type RiskCode,
  risksOf,
  type SpendingLimit,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { kitNames } from '../kit/kitNames.ts';
import { findPin } from '../pins/findPin.ts';
import { readingOf } from '../pins/readingOf.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { addsNothing, editArea } from './editArea.ts';
import { type Foresight, foreseePin } from './foreseePin.ts';
import { growthProblem } from './growthProblem.ts';
import { readLimits } from './limits.sql.ts';
import { offersFor } from './routeEdit.ts';
import { type SaidChoice, sayChoice } from './toEdit.ts';

export type EstimatePin = {
  readonly pinId: PinId;
  readonly variants: number;
  readonly growPx: number | null;
};

export type PinEstimate = {
  readonly reading: Intent;
  /** Those connected now that can do it, in order of choice. */
  readonly engines: readonly {
    readonly name: string;
    readonly version: string;
    readonly region: ExpectedCost;
    readonly frame: ExpectedCost;
    /** Why it would be this one. */
    readonly choice: SaidChoice;
    /** What is likely to go wrong with it; empty until the foresight is ready. */
    readonly risks: readonly RiskCode[];
  }[];
  readonly foresight: Foresight['state'];
  /** What it would be under, with what has been spent already. */
  readonly limits: readonly SpendingLimit[];
  /** What to say when there is none. */
  readonly cannot: CannotMessage | null;
};

/** Engine, seconds and money before anything is spent, beside what the whole frame would take. */
export async function estimatePin(
  ctx: Ctx,
  actor: Actor,
  { pinId, variants, growPx }: EstimatePin,
): Promise<Result<PinEstimate, Problem>> {
  const found = await findPin(ctx.db, actor, { pinId, action: 'edit.estimate' });
  if (!found.ok) return found;
  const pin = found.value;
  const at = { studioId: actor.studioId, projectId: pin.scope.projectId };
  const reading = readingOf(pin, await kitNames(ctx.db, at));
  const [version, connected, limits] = await Promise.all([
    newestVersion(ctx.db, pin.frameId),
    measuredEngines(ctx.db, { studioId: actor.studioId, now: ctx.now() }),
    readLimits(ctx.db, { ...at, now: ctx.now() }),
  ]);
  if (!version) return problem('frame.not-ready');
  const { wish } = reading;
  if (!wish || enginesFor(wish.kind, connected).length === 0)
    return ok({
      reading,
      engines: [],
      foresight: 'ready',
      limits,
      cannot: cannotMessage(reading, connected),
    });
  const area = editArea(version.bounds, { region: pin.region as Region, wish });
  if (addsNothing(area, wish)) return problem('edit.has-shape');
  const tooLarge = growthProblem(ctx, area);
  if (tooLarge) return tooLarge;
  const foresight = await foreseePin(ctx, { pin, version, area, wish });
  const foreseen = foresight.state === 'ready' ? foresight.figures : {};
  const offers = offersFor({ intent: reading, area, growPx, variants, engines: connected });
  if (offers.length === 0) return problem('mask.empty');
  const engines = offers.map((offer) => ({
    name: offer.name,
    version: offer.engine.version,
    ...offer.estimate,
    choice: sayChoice(explainChoice(offers, offer)),
    risks: risksOf(wish, offer.name, foreseen),
  }));
  return ok({ reading, engines, foresight: foresight.state, limits, cannot: null });
}
