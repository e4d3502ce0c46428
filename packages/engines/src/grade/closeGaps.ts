import { distanceField } from '@pinpaint/imaging';
import { type BodyModel, tintOfBody } from './bodyModel.ts';
import { isBeyond } from './isBeyond.ts';
import type { Look } from './look.ts';
import { inverted, nearby } from './nearby.ts';
import { borderOn, type Pieces, piecesOf } from './pieces.ts';
import { greyTint } from './tint.ts';

/** A gap up to twice as wide is thin: a highlight, a crack. It may hang on a neighbour without being one. */
const thinPx = 2;
/** A neck up to twice as wide may join the thing to its reflection in what lies on it. */
const neckPx = 1;
/** The contour of what lies on the thing, beyond the reflection, is within this. */
const contourPx = 10;
/** A gap smaller than this, in look pixels, is nothing by itself: glare, dust, noise. */
const speckPixels = 12;
/** Of the thing. Smaller gaps need less evidence that they are the thing's own; smaller parts may be reflections. */
const smallGap = 0.015;
const smallPart = 0.01;
const shareInSmall = 0.5;
const shareInLarge = 0.85;
/** OKLab L. Tints below are too noisy to tell a crack from anything else. */
const crackBelow = 0.2;
/** By how much a fold's tint may lead further aside the darker it is, from so much darker on. */
const foldsTurn = 0.2;
const shallowFold = 0.1;
/** Of a gap's border: less of it on the thing, and it is rather a frayed part of what lies beside. */
const leastEnclosed = 0.7;

type Known = {
  readonly body: BodyModel;
  /** The thing's lightness round each pixel. */
  readonly around: Float32Array;
};

/**
 * Gives the thing its highlights, cracks and grain, which have another colour than its body, and takes
 * back its reflections in what lies on it. What reaches beyond the region or under a lock is a neighbour.
 *
 * @returns 1 where something else lies on the thing
 */
export function closeGaps(look: Look, mask: Uint8Array, known: Known): Uint8Array {
  const area = areaOf(mask);
  const own = ownColours(look, known);
  const bulky = bulkOf(look, mask);
  const foreign = bulky.slice();
  for (const i of ownPieces(look, mask, { parts: bulky, own, area })) {
    mask[i] = 1;
    foreign[i] = 0;
  }
  const enclosed = enclosedOf(look, foreign);
  takeBackReflections(look, mask, enclosed);
  const thin = inverted(mask);
  for (let i = 0; i < thin.length; i += 1) if (foreign[i] === 1) thin[i] = 0;
  for (const i of ownPieces(look, mask, { parts: thin, own, area })) mask[i] = 1;
  return enclosed;
}

function areaOf(mask: Uint8Array): number {
  let area = 0;
  for (let i = 0; i < mask.length; i += 1) area += mask[i] ?? 0;
  return area;
}

/** What is left of the gaps without their thin parts. */
function bulkOf(look: Look, mask: Uint8Array): Uint8Array {
  const bulk = nearby(inverted(nearby(mask, look, thinPx)), look, thinPx + 1);
  for (let i = 0; i < bulk.length; i += 1) if (mask[i] === 1) bulk[i] = 0;
  return bulk;
}

type Gaps = {
  readonly parts: Uint8Array;
  /** 1 where a pixel could be the thing's own. */
  readonly own: Uint8Array;
  /** Of the thing, in look pixels. */
  readonly area: number;
};

/** The pixels of the pieces that are the thing's own. */
function ownPieces(look: Look, mask: Uint8Array, { parts, own, area }: Gaps): number[] {
  const pieces = piecesOf(parts, look);
  const { of, count } = pieces;
  const sizes = new Float64Array(count + 1);
  const alike = new Float64Array(count + 1);
  const isOpen = openPieces(look, pieces);
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    sizes[piece] = (sizes[piece] ?? 0) + 1;
    alike[piece] = (alike[piece] ?? 0) + (own[i] ?? 0);
  }
  const enclosed = borderOn(pieces, mask, look);
  const isOwn = Uint8Array.from(sizes, (size, piece) => {
    if (piece === 0 || isOpen[piece] === 1 || (enclosed[piece] ?? 0) < leastEnclosed) return 0;
    const needed = size < speckPixels ? 0 : size < smallGap * area ? shareInSmall : shareInLarge;
    return (alike[piece] ?? 0) >= needed * size ? 1 : 0;
  });
  const found: number[] = [];
  for (let i = 0; i < of.length; i += 1) if (isOwn[of[i] ?? 0] === 1) found.push(i);
  return found;
}

/** 1 for each piece that goes on where no part of the thing is looked for. */
function openPieces(look: Look, { of, count }: Pieces): Uint8Array {
  const isOpen = new Uint8Array(count + 1);
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    if (piece > 0 && isOpen[piece] === 0 && isBeyond(look, i)) isOpen[piece] = 1;
  }
  return isOpen;
}

/**
 * Could a pixel be the thing's own gloss (its body's colour, brighter and paler), its shade or a dark crack
 * in it? In deep folds light is thrown to and fro, and comes out more colourful and of another hue.
 */
function ownColours({ lightness, tintA, tintB }: Look, { body, around }: Known): Uint8Array {
  const isOwn = (light: number, near: number, a: number, b: number): boolean => {
    if (light < crackBelow && light < near) return true;
    const tint = tintOfBody(body, near);
    const square = tint.a * tint.a + tint.b * tint.b;
    if (square < greyTint * greyTint) return true;
    const along = (a * tint.a + b * tint.b) / square;
    const aside = Math.abs(a * tint.b - b * tint.a) / Math.sqrt(square);
    if (light >= near - 0.02) return along > -0.1 && along < 1.2 && aside < 0.06;
    const folded = foldsTurn * Math.max(0, 1 - light / near - shallowFold);
    return along > 0.55 && along < 1.8 && aside < 0.05 + 0.06 * Math.max(0, along - 1) + folded;
  };
  const own = new Uint8Array(around.length);
  for (let i = 0; i < own.length; i += 1) {
    const near = around[i] || body.median;
    if (isOwn(lightness[i] ?? 0, near, tintA[i] ?? 0, tintB[i] ?? 0)) own[i] = 1;
  }
  return own;
}

/** Small parts that hang on the thing by a thin neck amid a neighbour are seen in it, or through it. */
function takeBackReflections(look: Look, mask: Uint8Array, enclosed: Uint8Array): void {
  if (!enclosed.includes(1)) return;
  const hanging = hangingOn(look, mask);
  if (!hanging.includes(1)) return;
  const beside = nearby(enclosed, look, contourPx);
  for (let i = 0; i < beside.length; i += 1) if (mask[i] === 1) beside[i] = 0;
  const pieces = piecesOf(hanging, look);
  const amid = borderOn(pieces, beside, look);
  for (let i = 0; i < mask.length; i += 1) {
    if (hanging[i] === 1 && (amid[pieces.of[i] ?? 0] ?? 0) >= leastEnclosed) mask[i] = 0;
  }
}

function enclosedOf(look: Look, parts: Uint8Array): Uint8Array {
  const pieces = piecesOf(parts, look);
  const isOpen = openPieces(look, pieces);
  const enclosed = parts.slice();
  for (let i = 0; i < enclosed.length; i += 1) if (isOpen[pieces.of[i] ?? 0] === 1) enclosed[i] = 0;
  return enclosed;
}

/** What falls off when every neck is cut: small, and nearer to its own core than to a large one. */
function hangingOn(look: Look, mask: Uint8Array): Uint8Array {
  const area = areaOf(mask);
  const { of, count } = piecesOf(inverted(nearby(inverted(mask), look, neckPx)), look);
  const sizes = new Float64Array(count + 1);
  for (let i = 0; i < of.length; i += 1) sizes[of[i] ?? 0] = (sizes[of[i] ?? 0] ?? 0) + 1;
  const [small, large] = [new Uint8Array(mask.length), new Uint8Array(mask.length)];
  for (let i = 0; i < of.length; i += 1) {
    const piece = of[i] ?? 0;
    if (piece === 0) continue;
    if ((sizes[piece] ?? 0) < smallPart * area) small[i] = 1;
    else large[i] = 1;
  }
  if (!small.includes(1)) return small;
  const toSmall = distanceField(small, look, neckPx + 2);
  const toLarge = distanceField(large, look, neckPx + 2);
  for (let i = 0; i < mask.length; i += 1) {
    const near = toSmall[i] ?? 0;
    small[i] = mask[i] === 1 && near <= (neckPx + 1) ** 2 && (toLarge[i] ?? 0) > near ? 1 : 0;
  }
  return small;
}
