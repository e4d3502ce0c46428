import type { Cost } from '@pinpaint/domain';
import type { Edit, Version } from '../../../data/types.ts';

export type CostedLayer = Pick<Version['layers'][number], 'id' | 'made'>;
export type CostedEdit = Pick<Edit, 'cost' | 'estimate'> & { readonly id: string };

/** What was spent, beside what the same engines would have cost over the whole frame. */
export type ComparedCost = { readonly region: Cost; readonly frame: Cost };

const nothing: Cost = { pixels: 0, seconds: 0, usd: 0 };

/** Each edit is counted once, with the candidates that nobody took. */
export function layerCosts(
  layers: readonly CostedLayer[],
  edits: ReadonlyMap<string, CostedEdit>,
): ComparedCost {
  const made = new Map(layers.map(({ made }) => [made.editId, made.cost]));
  return [...made].reduce<ComparedCost>(
    (sum, [editId, cost]) => {
      const edit = edits.get(editId);
      const region = cost ?? edit?.cost ?? edit?.estimate.region ?? nothing;
      return { region: add(sum.region, region), frame: add(sum.frame, edit?.estimate.frame ?? region) };
    },
    { region: nothing, frame: nothing },
  );
}

/** Those a version has and the one it would replace has not. */
export function newLayers<L extends { readonly id: string }>(
  layers: readonly L[],
  before: readonly { readonly id: string }[],
): readonly L[] {
  const had = new Set(before.map(({ id }) => id));
  return layers.filter(({ id }) => !had.has(id));
}

function add(one: Cost, other: Cost): Cost {
  return {
    pixels: one.pixels + other.pixels,
    seconds: one.seconds + other.seconds,
    usd: one.usd + other.usd,
  };
}
