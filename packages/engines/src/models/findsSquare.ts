import type { RgbCrop } from '../engine.ts';
import type { Segmenter } from '../segment/createSegmenter.ts';

const [side, from, to] = [64, 24, 40] as const;
/** A plain square on plain ground: who finds less of it finds something else. */
const leastIou = 0.6;

/** Why a red square on grey that was clicked was not found; null: it was. */
export async function findsSquare(segment: Segmenter): Promise<string | null> {
  const hints = { inside: [{ x: 32, y: 32 }], outside: [], box: null };
  const segmented = await segment({ picture: 'square', crop: aSquare(), hints });
  const mask = segmented?.mask ?? new Uint8Array(side * side);
  const found = iou(mask, (isIn) => isIn);
  if (found >= leastIou) return null;
  const beside = iou(mask, (isIn) => !isIn);
  const why = beside >= leastIou ? 'its mask is reversed' : 'it found something else';
  return `A square that was clicked was found to ${Math.round(found * 100)} %: ${why}.`;
}

function aSquare(): RgbCrop {
  const colours = Array.from({ length: side * side }, (_, at) =>
    isSquare(at) ? [220, 30, 30] : [128, 128, 128],
  );
  return { width: side, height: side, depth: 8, data: Uint8Array.from(colours.flat()) };
}

function isSquare(at: number): boolean {
  const [x, y] = [at % side, Math.floor(at / side)];
  return x >= from && x < to && y >= from && y < to;
}

function iou(mask: Uint8Array, isWanted: (isSquare: boolean) => boolean): number {
  let [both, either] = [0, 0];
  for (const [at, value] of mask.entries()) {
    const [isFound, wanted] = [value > 0, isWanted(isSquare(at))];
    if (isFound && wanted) both++;
    if (isFound || wanted) either++;
  }
  return either === 0 ? 0 : both / either;
}
