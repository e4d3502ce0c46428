import { distanceField } from '@pinpaint/imaging';
import { bodyLightnessAround } from './bodyLightnessAround.ts';
import { type BodyModel, tintOfBody } from './bodyModel.ts';
import { isBeyond } from './isBeyond.ts';
import type { Look } from './look.ts';
import { borderOn, piecesOf, sumOver } from './pieces.ts';
import { greyTint } from './tint.ts';

/** A gap up to twice as wide is thin: a highlight, a crack. It may hang on a neighbour without being one. */
const thinPx = 2;
/** A neck up to twice as wide may join the thing to its reflection in what lies on it. */
const neckPx = 1;
/** The contour of what lies on the thing, beyond the reflection, is within this. */
const contourPx = 10;
/** Of the thing. Smaller gaps need less evidence that they are the thing's own. */
const smallGap = 0.01;
const shareInSmall = 0.5;
const shareInLarge = 0.85;
/** OKLab L. Tints below are too noisy to tell a crack from anything else. */
const crackBelow = 0.2;
/** Of a gap's border: less of it on the thing, and it is rather a frayed part of what lies beside. */
const leastEnclosed = 0.7;

/**
 * Gives the thing its highlights, cracks and grain, which have another colour than its body, and takes
 * back its reflections in what lies on it. What reaches beyond the region or under a lock is a neighbour.
 */
export function closeGaps(look: Look, mask: Uint8Array, body: BodyModel): void {
  const gaps = mask.map((value) => 1 - value);
  const bulky = bulkOf(look, gaps);
  const isOwn = ownColours(look, mask, body);
  const area = mask.reduce((sum, value) => sum + value, 0);
  const ownBulk = ownPieces(look, mask, { parts: bulky, isOwn, area });
  for (let i = 0; i < mask.length; i += 1) if (ownBulk[i] === 1) mask[i] = 1;
  const foreign = bulky.map((value, i) => value * (1 - (ownBulk[i] ?? 0)));
  takeBackReflections(look, mask, enclosedOf(look, foreign));
  const thin = mask.map((value, i) => (1 - value) * (1 - (foreign[i] ?? 0)));
  const ownThin = ownPieces(look, mask, { parts: thin, isOwn, area });
  for (let i = 0; i < mask.length; i += 1) if (ownThin[i] === 1) mask[i] = 1;
}

function bulkOf(look: Look, gaps: Uint8Array): Uint8Array {
  const depth = distanceField(
    gaps.map((value) => 1 - value),
    look,
    thinPx + 1,
  );
  const cores = gaps.map((_, i) => ((depth[i] ?? 0) > thinPx * thinPx ? 1 : 0));
  const near = distanceField(cores, look, thinPx + 2);
  return gaps.map((value, i) => (value === 1 && (near[i] ?? 0) <= (thinPx + 1) ** 2 ? 1 : 0));
}

type Gaps = {
  readonly parts: Uint8Array;
  readonly isOwn: (i: number) => boolean;
  /** Of the thing, in look pixels. */
  readonly area: number;
};

function ownPieces(look: Look, mask: Uint8Array, { parts, isOwn, area }: Gaps): Uint8Array {
  const found = new Uint8Array(mask.length);
  const pieces = piecesOf(parts, look);
  const sizes = sumOver(pieces, () => 1);
  const beyond = sumOver(pieces, (i) => (isBeyond(look, i) ? 1 : 0));
  const own = sumOver(pieces, (i) => (isOwn(i) ? 1 : 0));
  const enclosed = borderOn(pieces, mask, look);
  for (let i = 0; i < mask.length; i += 1) {
    const piece = pieces.of[i] ?? 0;
    if (piece === 0 || (beyond[piece] ?? 0) > 0 || (enclosed[piece] ?? 0) < leastEnclosed) continue;
    const size = sizes[piece] ?? 0;
    const needed = size < smallGap * area ? shareInSmall : shareInLarge;
    if ((own[piece] ?? 0) >= needed * size) found[i] = 1;
  }
  return found;
}

function enclosedOf(look: Look, parts: Uint8Array): Uint8Array {
  const pieces = piecesOf(parts, look);
  const beyond = sumOver(pieces, (i) => (isBeyond(look, i) ? 1 : 0));
  return parts.map((value, i) => (value === 1 && beyond[pieces.of[i] ?? 0] === 0 ? 1 : 0));
}

/** Could a pixel be the thing's own gloss (its body's colour, brighter and paler) or a dark crack in it? */
function ownColours(look: Look, mask: Uint8Array, body: BodyModel): (i: number) => boolean {
  const around = bodyLightnessAround(look, mask);
  return (i) => {
    const lightness = look.lightness[i] ?? 0;
    const near = around[i] || body.median;
    if (lightness < crackBelow && lightness < near) return true;
    const { a, b } = tintOfBody(body, near);
    const square = a * a + b * b;
    if (square < greyTint * greyTint) return true;
    const tintA = look.tintA[i] ?? 0;
    const tintB = look.tintB[i] ?? 0;
    const along = (tintA * a + tintB * b) / square;
    const aside = Math.abs(tintA * b - tintB * a) / Math.sqrt(square);
    const isShade = lightness < near - 0.02;
    return isShade
      ? along > 0.55 && along < 1.8 && aside < 0.05 + 0.06 * Math.max(0, along - 1)
      : along > -0.1 && along < 1.2 && aside < 0.06;
  };
}

/** Small parts that hang on the thing by a thin neck amid a neighbour are seen in it, or through it. */
function takeBackReflections(look: Look, mask: Uint8Array, foreign: Uint8Array): void {
  const area = mask.reduce((sum, value) => sum + value, 0);
  const depth = distanceField(
    mask.map((value) => 1 - value),
    look,
    neckPx + 1,
  );
  const cores = piecesOf(
    mask.map((_, i) => ((depth[i] ?? 0) > neckPx * neckPx ? 1 : 0)),
    look,
  );
  const sizes = sumOver(cores, () => 1);
  const small = mask.map((_, i) =>
    (cores.of[i] ?? 0) > 0 && (sizes[cores.of[i] ?? 0] ?? 0) < smallGap * area ? 1 : 0,
  );
  const large = mask.map((_, i) => ((cores.of[i] ?? 0) > 0 && small[i] === 0 ? 1 : 0));
  const nearSmall = distanceField(small, look, neckPx + 2);
  const nearLarge = distanceField(large, look, neckPx + 2);
  const hanging = mask.map((value, i) =>
    value === 1 && (nearSmall[i] ?? 0) <= (neckPx + 1) ** 2 && (nearLarge[i] ?? 0) > (nearSmall[i] ?? 0)
      ? 1
      : 0,
  );
  const beside = distanceField(foreign, look, contourPx);
  const around = mask.map((value, i) => (value === 0 && (beside[i] ?? 0) <= contourPx * contourPx ? 1 : 0));
  const pieces = piecesOf(hanging, look);
  const enclosed = borderOn(pieces, around, look);
  for (let i = 0; i < mask.length; i += 1) {
    if (hanging[i] === 1 && (enclosed[pieces.of[i] ?? 0] ?? 0) >= leastEnclosed) mask[i] = 0;
  }
}
