/** RGBA8, row-major, straight alpha, length = width × height × 4. */
export type Samples = Uint8ClampedArray;

/**
 * How far two pictures differ in each pixel: the largest difference of its channels, 0 to 255, as the proof
 * counts. The same bytes give exactly 0.
 *
 * @throws RangeError when they are not of the same size.
 */
export function difference(a: Samples, b: Samples): Uint8Array {
  if (a.length !== b.length) throw new RangeError('difference: the pictures have different sizes');
  const plane = new Uint8Array(a.length / 4);
  for (let i = 0, p = 0; i < plane.length; i += 1, p += 4) {
    plane[i] = Math.max(
      Math.abs((a[p] ?? 0) - (b[p] ?? 0)),
      Math.abs((a[p + 1] ?? 0) - (b[p + 1] ?? 0)),
      Math.abs((a[p + 2] ?? 0) - (b[p + 2] ?? 0)),
      Math.abs((a[p + 3] ?? 0) - (b[p + 3] ?? 0)),
    );
  }
  return plane;
}

/** A difference made visible: grey, `gain` times as bright, 255 at most; black where there is none. */
export function amplify(plane: Uint8Array, gain: number): Uint8ClampedArray<ArrayBuffer> {
  const grey = new Uint8ClampedArray(plane.length * 4);
  for (let i = 0, p = 0; i < plane.length; i += 1, p += 4) {
    const value = (plane[i] ?? 0) * gain;
    grey[p] = value;
    grey[p + 1] = value;
    grey[p + 2] = value;
    grey[p + 3] = 255;
  }
  return grey;
}
