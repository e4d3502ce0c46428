import { toOklab } from '../colour/oklab.ts';
import { cellsOf, type LabPlanes } from '../light/cells.ts';
import { isClearLight, readLight } from '../light/readLight.ts';
import type { Picture } from '../picture/picture.ts';

/**
 * How clearly the light on an area comes from one side, 0…1: the share of its shading that one light explains; 0 where
 * there is no direction to speak of. Read as `grade` reads it, but of the whole area: nobody has looked for a thing yet.
 *
 * @param alpha of the picture's size; not 0: the area
 */
export function lightClarity(picture: Picture, alpha: Uint8Array): number {
  const mask = alpha.map((value) => (value === 0 ? 0 : 1));
  // Regions are drawn round things, so theirs is taken for the thing's outline.
  const cells = cellsOf(planesOf(picture), mask, new Uint8Array(alpha.length));
  const found = readLight(cells, cells);
  return isClearLight(found) ? found.explained : 0;
}

function planesOf(picture: Picture): LabPlanes {
  const { width, height, lab } = toOklab(picture);
  const plane = (channel: number): Float32Array => {
    const one = new Float32Array(width * height);
    for (let i = 0; i < one.length; i += 1) one[i] = lab[i * 3 + channel] ?? 0;
    return one;
  };
  return { width, height, lightness: plane(0), tintA: plane(1), tintB: plane(2) };
}
