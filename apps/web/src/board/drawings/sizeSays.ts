import type { Frame } from '../../data/types.ts';
import { drawingTexts as words } from '../../text/drawingTexts.ts';

/** The size of a drawn picture; and how it came, where its service chose another than the one asked for. */
export function sizeSays({ drawing, master }: Pick<Frame, 'drawing' | 'master'>): string | null {
  if (!master) return null;
  const { width, height } = master.size;
  const { returnedWidth: cameWide, returnedHeight: cameHigh } = drawing?.provenance ?? {};
  const isTold = typeof cameWide === 'number' && typeof cameHigh === 'number';
  if (!isTold || (cameWide === width && cameHigh === height)) return words.size(width, height);
  const isCut = !isAlike(cameWide / cameHigh, width / height);
  return words.fitted(words.size(width, height), words.size(cameWide, cameHigh), isCut);
}

/** Sides are whole pixels: of the same shape in two sizes, they are never in quite the same proportion. */
function isAlike(one: number, other: number): boolean {
  return Math.abs(one / other - 1) < 0.002;
}
