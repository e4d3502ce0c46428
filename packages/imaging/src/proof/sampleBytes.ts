import type { Picture } from '../picture/picture.ts';

const machineIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The bytes of the samples, 16-bit ones little-endian, in which digests are taken and blobs stored.
 * A view of the picture's own memory, except for 16 bits on a big-endian machine.
 */
export function sampleBytes(picture: Picture): Uint8Array {
  if (picture.depth === 8) return picture.data;
  const { data } = picture;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return machineIsLittleEndian ? bytes : swappedPairs(bytes);
}

function swappedPairs(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, i) => bytes[i ^ 1] ?? 0);
}
