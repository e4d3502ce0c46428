import type { Weights } from './kerasGraph.ts';

/** A convolution's weights as ONNX has them: out × in × height × width. */
export type Kernel = {
  readonly shape: readonly [number, number, number, number];
  readonly data: Float32Array;
};

/** From Keras' height × width × in × out. */
export function toOnnxKernel({ shape, data }: Weights): Kernel {
  const [height = 0, width = 0, ins = 0, outs = 0] = shape;
  const turned = new Float32Array(data.length);
  let at = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let i = 0; i < ins; i++)
        for (let o = 0; o < outs; o++) turned[((o * ins + i) * height + y) * width + x] = data[at++] ?? 0;
  return { shape: [outs, ins, height, width], data: turned };
}

/**
 * What a 3 × 3 convolution does to a picture that nearest neighbours have enlarged, as one on the small picture:
 * of the nine samples under the kernel many are the same one, so their weights add up. The results of the
 * `scale`² places in a pixel are `scale`² channels, which DepthToSpace (DCR) lays out. Exact, at the borders too.
 */
export function foldEnlargement({ shape, data }: Kernel, scale: number): Kernel {
  const [outs, ins] = shape;
  const folded = new Float32Array(scale * scale * outs * ins * 9);
  for (let place = 0; place < scale * scale; place++)
    for (let o = 0; o < outs; o++)
      for (let i = 0; i < ins; i++)
        for (let tap = 0; tap < 9; tap++) {
          const row = cell(Math.floor(place / scale), Math.floor(tap / 3), scale);
          const column = cell(place % scale, tap % 3, scale);
          const to = ((place * outs + o) * ins + i) * 9 + row * 3 + column;
          folded[to] = (folded[to] ?? 0) + (data[(o * ins + i) * 9 + tap] ?? 0);
        }
  return { shape: [scale * scale * outs, ins, 3, 3], data: folded };
}

/** Which of the small picture's three samples a tap reads: 0, 1 (its own) or 2. */
function cell(place: number, tap: number, scale: number): number {
  return Math.floor((place + tap - 1) / scale) + 1;
}

export function scaled<Values extends { readonly data: Float32Array }>(values: Values, by: number): Values {
  return { ...values, data: values.data.map((value) => value * by) };
}
