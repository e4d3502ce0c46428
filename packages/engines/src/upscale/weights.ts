import { fileURLToPath } from 'node:url';

export const upscaleScales = [2, 4] as const;
export type UpscaleScale = (typeof upscaleScales)[number];

/** Weights that npm ships, and the ONNX file that the build turns them into. */
export type UpscaleWeights = {
  readonly package: string;
  readonly version: string;
  readonly licence: string;
  /** White, as they were trained. */
  readonly range: 1 | 255;
  /** The ONNX file. */
  readonly file: string;
  /** Of a tile, with the margin that is thrown away: what fits into 400 MB. */
  readonly tilePx: number;
};

/** Of the packages' networks, the lighter one at ×2; at ×4 it shows a grid, and only the heavy one doesn't. */
export const upscaleWeights: Readonly<Record<UpscaleScale, UpscaleWeights>> = {
  2: {
    package: '@upscalerjs/esrgan-slim',
    version: '1.0.0',
    licence: 'MIT',
    range: 255,
    file: generated('x2.onnx'),
    tilePx: 256,
  },
  4: {
    package: '@upscalerjs/esrgan-thick',
    version: '1.0.0',
    licence: 'MIT',
    range: 1,
    file: generated('x4.onnx'),
    tilePx: 128,
  },
};

function generated(name: string): string {
  return fileURLToPath(new URL(`./generated/${name}`, import.meta.url));
}
