import { type ColourPlane, squaredApart } from './cutPicture.ts';

/** Below this a line runs through one surface, and what it holds is no thing. */
export const leastEdge = 0.015;

/** How far apart the colours on both sides of a line are, on the average; 1 would be black on white. */
export function meanEdge(plane: ColourPlane, inside: Uint8Array): number {
  const { width, height, colours } = plane;
  let [sum, count] = [0, 0];
  const look = (i: number, j: number) => {
    if (inside[i] === inside[j]) return;
    count += 1;
    sum += Math.sqrt(squaredApart(colours, i, j));
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      if (x + 1 < width) look(i, i + 1);
      if (y + 1 < height) look(i, i + width);
    }
  }
  return count === 0 ? 0 : sum / count;
}
