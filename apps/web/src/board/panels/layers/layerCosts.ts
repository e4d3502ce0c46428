import type { Cost } from '@pinpaint/domain';
import type { Edit, Version } from '../../../data/types.ts';

export type CostedLayer = Pick<Version['layers'][number], 'id' | 'made'>;
export type CostedEdit = Pick<Edit, 'cost' | 'estimate' | 'pinId'> & {
  readonly id: string;
  readonly timings: Pick<Edit['timings'], 'startedAt'>;
};

/** What was spent, beside what the same engines would have cost over the whole frame. */
export type ComparedCost = { readonly region: Cost; readonly frame: Cost };

const nothing: Cost = { pixels: 0, seconds: 0, usd: 0 };

/**
 * Of the layers' edits, each counted once, and of all others that were begun for the same notes: what nobody took, what
 * failed and what was refused was paid for as well.
 */
export function layerCosts(
  layers: readonly CostedLayer[],
  edits: ReadonlyMap<string, CostedEdit>,
): ComparedCost {
  const made = new Map(layers.map(({ made }) => [made.editId, made.cost]));
  const pins = new Set([...made.keys()].map((id) => edits.get(id)?.pinId).filter(Boolean));
  const tried = [...edits.values()].filter(
    ({ id, pinId, timings }) => !made.has(id) && pins.has(pinId) && timings.startedAt !== null,
  );
  const all = [...made, ...tried.map(({ id }) => [id, null] as const)];
  return all.reduce<ComparedCost>(
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
