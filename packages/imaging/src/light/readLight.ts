import { type Cells, cellKind } from './cells.ts';
import { type FallOff, fitFallOff, type Places, placesOf } from './fallOff.ts';
import { facing, fitKeyLight, type KeyLight } from './keyLight.ts';
import { type Normals, normalsOf } from './normalsOf.ts';
import { meanOver, shadingOf } from './shadingOf.ts';
import { smoothOver } from './smoothOver.ts';

/** The light found on a thing: of a round body, or one that falls off along a flat one. */
export type FoundLight = {
  /** 0…1: how much of the shading's variation it explains. */
  readonly explained: number;
  /** How strongly the light varies over the thing, as a share of its mean (standard deviation). */
  readonly spread: number;
  /** Of the cells that were seen; 1 on average. */
  readonly shading: Float32Array;
} & (
  | { readonly shape: 'round'; readonly light: KeyLight; readonly normals: Normals }
  | { readonly shape: 'flat'; readonly light: FallOff; readonly places: Places }
);

/** Fewer cells tell nothing. */
const fewest = 24;
/** Noses, folds and dirt are no light: shading is looked at so much coarser than the thing, of its cells' square root. */
const smoothShare = 0.07;
/** A flat thing is the plainer guess: only what a round one explains better than by this much is round. */
const roundBy = 0.03;

/**
 * @param seen of the thing's cells (`cells`, which have its shape) those that show its own surface
 * @returns null where there is too little to tell
 */
export function readLight(cells: Cells, seen: Cells): FoundLight | null {
  const count = seen.kind.reduce((sum, kind) => sum + (kind === cellKind.thing ? 1 : 0), 0);
  if (count < fewest) return null;
  const shading = shadingOf(seen);
  const smooth = smoothOver(seen, shading, smoothShare * Math.sqrt(count));
  const places = placesOf(cells);
  const flat = fitFallOff(seen, smooth, places);
  const normals = hasOutline(cells) ? normalsOf(cells) : null;
  const round = normals && fitKeyLight(seen, smooth, normals);
  if (normals && round && round.explained > flat.explained + roundBy) {
    const field = lightOnRound(round.light, normals);
    return { ...round, shape: 'round', normals, shading, spread: spreadOf(cells, field) };
  }
  return {
    ...flat,
    shape: 'flat',
    places,
    shading,
    spread: spreadOf(cells, lightOnFlat(flat.light, places)),
  };
}

/** Less of the shading's variation explained by one light, or less variation, is no direction to speak of. */
const leastExplained = 0.35;
const leastSpread = 0.06;

export function isClearLight(found: FoundLight | null): found is FoundLight {
  return found !== null && found.explained >= leastExplained && found.spread >= leastSpread;
}

export function lightOnRound({ ambient, key, ...light }: KeyLight, normals: Normals): Float32Array {
  return facing(normals, light).map((cosine) => ambient + key * cosine);
}

export function lightOnFlat({ right, down }: FallOff, { x, y }: Places): Float32Array {
  return x.map((across, i) => 1 + right * across + down * (y[i] ?? 0));
}

/** Whether the thing ends anywhere, so that its outline tells of its shape. */
function hasOutline({ columns, kind }: Cells): boolean {
  let [ends, cuts] = [0, 0];
  for (let i = 0; i < kind.length; i += 1) {
    if (kind[i] !== cellKind.thing) continue;
    for (const j of [i - 1, i + 1, i - columns, i + columns]) {
      if (kind[j] === cellKind.other) ends += 1;
      if (kind[j] === cellKind.cut) cuts += 1;
    }
  }
  return ends > cuts;
}

function spreadOf(cells: Cells, light: Float32Array): number {
  const mean = meanOver(cells, light);
  return (
    Math.sqrt(
      meanOver(
        cells,
        light.map((value) => (value - mean) ** 2),
      ),
    ) / mean
  );
}
