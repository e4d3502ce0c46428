/** Colours three numbers a pixel, as `toColours` gives them. */
export type Colours = Float32Array;

/**
 * A mixture of normal distributions, ten numbers a part: what −log of weight and determinant come to, the mean,
 * and the six different numbers of the inverse covariance.
 */
export type Mixture = Float64Array;

const partLength = 10;
/** Of each channel: a picture's own noise; flat colours would otherwise be infinitely sure of themselves. */
const leastVariance = 1.5e-4;

/** @param pixels the pixels that it is a mixture of, in `parts` groups or fewer */
export function fitMixture(colours: Colours, groups: readonly Uint32Array[]): Mixture {
  const used = groups.filter(({ length }) => length > 0);
  const all = used.reduce((sum, { length }) => sum + length, 0);
  const mixture = new Float64Array(used.length * partLength);
  used.forEach((group, part) => {
    mixture.set(partOf(momentsOf(colours, group), group.length / all), part * partLength);
  });
  return mixture;
}

/** −log of how likely a colour is in its most likely part; as in Rother et al. 2004, the parts don't add up. */
export function energyIn(mixture: Mixture, colours: Colours, pixel: number): number {
  const x = colours[pixel * 3] ?? 0;
  const y = colours[pixel * 3 + 1] ?? 0;
  const z = colours[pixel * 3 + 2] ?? 0;
  let least = Infinity;
  for (let at = 0; at < mixture.length; at += partLength) {
    const energy = energyOfPart(mixture, at, x, y, z);
    if (energy < least) least = energy;
  }
  return least;
}

/** The pixels again, each with the part it is likeliest in. */
export function groupByPart(mixture: Mixture, colours: Colours, pixels: Uint32Array): Uint32Array[] {
  const parts = Array.from({ length: mixture.length / partLength }, (): number[] => []);
  for (const pixel of pixels) {
    const x = colours[pixel * 3] ?? 0;
    const y = colours[pixel * 3 + 1] ?? 0;
    const z = colours[pixel * 3 + 2] ?? 0;
    let best = 0;
    let least = Infinity;
    for (let part = 0; part < parts.length; part += 1) {
      const energy = energyOfPart(mixture, part * partLength, x, y, z);
      if (energy >= least) continue;
      best = part;
      least = energy;
    }
    parts[best]?.push(pixel);
  }
  return parts.map((part) => Uint32Array.from(part));
}

function energyOfPart(m: Mixture, at: number, x: number, y: number, z: number): number {
  const dx = x - (m[at + 1] ?? 0);
  const dy = y - (m[at + 2] ?? 0);
  const dz = z - (m[at + 3] ?? 0);
  const square =
    dx * dx * (m[at + 4] ?? 0) +
    dy * dy * (m[at + 5] ?? 0) +
    dz * dz * (m[at + 6] ?? 0) +
    2 * (dx * dy * (m[at + 7] ?? 0) + dx * dz * (m[at + 8] ?? 0) + dy * dz * (m[at + 9] ?? 0));
  return (m[at] ?? 0) + square / 2;
}

/** Mean and the six different numbers of a covariance: xx, yy, zz, xy, xz, yz. */
export type Moments = { readonly mean: readonly number[]; readonly spread: readonly number[] };

export function momentsOf(colours: Colours, pixels: Uint32Array): Moments {
  const sums = new Float64Array(9);
  for (const pixel of pixels) addTo(sums, colours, pixel * 3);
  const n = Math.max(1, pixels.length);
  const [x = 0, y = 0, z = 0, xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0] = sums.map((sum) => sum / n);
  return {
    mean: [x, y, z],
    spread: [xx - x * x, yy - y * y, zz - z * z, xy - x * y, xz - x * z, yz - y * z],
  };
}

function addTo(sums: Float64Array, colours: Colours, at: number): void {
  const x = colours[at] ?? 0;
  const y = colours[at + 1] ?? 0;
  const z = colours[at + 2] ?? 0;
  sums[0] = (sums[0] ?? 0) + x;
  sums[1] = (sums[1] ?? 0) + y;
  sums[2] = (sums[2] ?? 0) + z;
  sums[3] = (sums[3] ?? 0) + x * x;
  sums[4] = (sums[4] ?? 0) + y * y;
  sums[5] = (sums[5] ?? 0) + z * z;
  sums[6] = (sums[6] ?? 0) + x * y;
  sums[7] = (sums[7] ?? 0) + x * z;
  sums[8] = (sums[8] ?? 0) + y * z;
}

function partOf({ mean, spread }: Moments, weight: number): readonly number[] {
  const [rawX = 0, rawY = 0, rawZ = 0, xy = 0, xz = 0, yz = 0] = spread;
  const [xx, yy, zz] = [rawX + leastVariance, rawY + leastVariance, rawZ + leastVariance];
  const determinant = xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz);
  const safe = Math.max(determinant, leastVariance ** 3);
  const inverse = [
    yy * zz - yz * yz,
    xx * zz - xz * xz,
    xx * yy - xy * xy,
    xz * yz - xy * zz,
    xy * yz - xz * yy,
    xy * xz - xx * yz,
  ].map((cofactor) => cofactor / safe);
  return [Math.log(safe) / 2 - Math.log(weight), ...mean, ...inverse];
}
