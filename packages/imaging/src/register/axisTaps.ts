/**
 * Where along one axis the target's samples lie in the source: source = scale × target + shift, both counted from
 * the first sample's outer edge (its centre is at 0.5).
 */
export type AxisMap = { readonly scale: number; readonly shift: number };

/** For each target sample, the source samples that it is made of; what lies beyond the ends is the last one. */
export type AxisTaps = {
  readonly perSample: number;
  /** length = target samples × perSample */
  readonly indices: Int32Array;
  /** As long; each sample's add up to 1. */
  readonly weights: Float32Array;
};

/** Catmull–Rom's cubic, widened where the source has more samples, so that fine detail doesn't alias. */
export function axisTaps(targetLength: number, sourceLength: number, { scale, shift }: AxisMap): AxisTaps {
  const widening = Math.max(1, Math.abs(scale));
  const perSample = Math.ceil(4 * widening) + 1;
  const indices = new Int32Array(targetLength * perSample);
  const weights = new Float32Array(indices.length);
  for (let x = 0; x < targetLength; x += 1) {
    const centre = scale * (x + 0.5) + shift - 0.5;
    const first = Math.ceil(centre - 2 * widening);
    let sum = 0;
    for (let k = 0; k < perSample; k += 1) sum += cubic((first + k - centre) / widening);
    for (let k = 0; k < perSample; k += 1) {
      indices[x * perSample + k] = Math.min(sourceLength - 1, Math.max(0, first + k));
      weights[x * perSample + k] = cubic((first + k - centre) / widening) / sum;
    }
  }
  return { perSample, indices, weights };
}

function cubic(distance: number): number {
  const t = Math.abs(distance);
  if (t < 1) return (1.5 * t - 2.5) * t * t + 1;
  return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}
