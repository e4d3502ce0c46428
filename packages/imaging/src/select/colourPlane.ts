import { toOklab } from '../colour/oklab.ts';
import type { ColourPlane } from './cutPicture.ts';
import type { PixelView } from './pixelReader.ts';

/** In OKLab hue and chroma span about half of what lightness does; made even, a red thing on a brown one is found. */
const chromaWeight = 2;

export function toColours({ picture }: PixelView): ColourPlane {
  const { width, height, lab } = toOklab(picture);
  for (let i = 0; i < lab.length; i += 3) {
    lab[i + 1] = (lab[i + 1] ?? 0) * chromaWeight;
    lab[i + 2] = (lab[i + 2] ?? 0) * chromaWeight;
  }
  return { width, height, colours: lab };
}
