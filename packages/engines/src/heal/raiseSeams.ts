import type { FullSize } from './fullSize.ts';
import { pixelRole } from './pixelRole.ts';
import type { Sheet } from './sheet.ts';

/** A step (8-bit steps, any channel) up to which two pieces are the same thing in another light… */
const surelyLight = 32;
/** …and from which they are two things with an edge between them, which stays. */
const surelyEdge = 48;

/**
 * Where neighbouring pixels of the hole were copied from different places, the step between them is neither
 * place's own. Asks the sheet (of cells of one pixel) to rise by what is missing to the mean of what each
 * place does there: a sky whose halves come from left and right has no line down its middle.
 */
export function raiseSeams(full: FullSize, sheet: Sheet): void {
  const { width, places, roles } = full;
  for (let pixel = 0; pixel < roles.length; pixel++) {
    if ((places[pixel] ?? -1) < 0) continue;
    if ((pixel + 1) % width !== 0) raise(full, sheet.risesRight, pixel, 1);
    raise(full, sheet.risesDown, pixel, width);
  }
}

function raise(full: FullSize, rises: Float32Array, pixel: number, way: number): void {
  const { places, samples, step } = full;
  const place = places[pixel] ?? -1;
  const next = places[pixel + way] ?? -1;
  if (next < 0 || next === place + way) return;
  const missing = [0, 1, 2].map((channel) => {
    const meant = (slope(full, place, way, channel) + slope(full, next, -way, channel)) / 2;
    const made = (samples[(pixel + way) * 3 + channel] ?? 0) - (samples[pixel * 3 + channel] ?? 0);
    return (meant - made) / step;
  });
  const most = Math.max(...missing.map(Math.abs));
  const share = Math.min(1, Math.max(0, (surelyEdge - most) / (surelyEdge - surelyLight)));
  for (const [channel, value] of missing.entries()) rises[pixel * 3 + channel] = share * value;
}

/** What the picture does at a place along the positive way: to the neighbour on the side of `way`, or to the other. */
function slope({ samples, roles }: FullSize, place: number, way: number, channel: number): number {
  const towards = roles[place + way] === pixelRole.source ? way : -way;
  if (roles[place + towards] !== pixelRole.source) return 0;
  const difference = (samples[(place + towards) * 3 + channel] ?? 0) - (samples[place * 3 + channel] ?? 0);
  return towards > 0 ? difference : -difference;
}
