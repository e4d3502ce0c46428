import type { MasterFormat } from '../master/masterFormat.ts';

/**
 * All of an uncompressed TIFF (TIFF 6.0, little-endian) up to its samples, which follow row by row. The
 * way in which pixels of ours reach libvips with their profile and without a second copy in memory:
 * sharp takes raw samples only whole, and can't say what space they are in.
 */
export function plainTiffHeader({ width, height, channels, depth, icc }: MasterFormat): Uint8Array {
  const rowBytes = width * channels * (depth / 8);
  const rowsPerStrip = Math.max(1, Math.floor(stripBytes / rowBytes));
  const strips = Math.ceil(height / rowsPerStrip);
  if (rowBytes * height + strips * 8 > 0xf000_0000) throw new RangeError('plainTiffHeader: beyond 4 GB');
  const entry = (tag: number, type: FieldType, values: readonly number[]) => ({ tag, type, values });
  const entries = [
    entry(256, long, [width]),
    entry(257, long, [height]),
    entry(258, short, Array(channels).fill(depth)),
    entry(259, short, [1]), // compression: none
    entry(262, short, [2]), // photometric: RGB
    entry(273, long, Array(strips).fill(0)), // strip offsets, known once the header is laid out
    entry(277, short, [channels]),
    entry(278, long, [rowsPerStrip]),
    entry(279, long, stripLengths(rowBytes, rowsPerStrip, height)),
    entry(284, short, [1]), // planes: interleaved
    ...(channels === 4 ? [entry(338, short, [2])] : []), // alpha: straight
    ...(icc ? [entry(34675, byte, [...icc])] : []),
  ];
  return layOut(entries, rowsPerStrip * rowBytes);
}

/** libvips reads a strip at a time. */
const stripBytes = 256 * 1024;

type FieldType = { readonly code: number; readonly bytes: 1 | 2 | 4 };
const byte: FieldType = { code: 7, bytes: 1 };
const short: FieldType = { code: 3, bytes: 2 };
const long: FieldType = { code: 4, bytes: 4 };

type Entry = { readonly tag: number; readonly type: FieldType; readonly values: readonly number[] };

function stripLengths(rowBytes: number, rowsPerStrip: number, height: number): number[] {
  return Array.from({ length: Math.ceil(height / rowsPerStrip) }, (_, i) => {
    return Math.min(rowsPerStrip, height - i * rowsPerStrip) * rowBytes;
  });
}

function layOut(entries: readonly Entry[], bytesPerStrip: number): Uint8Array {
  const directoryEnd = 8 + 2 + entries.length * 12 + 4;
  const total = directoryEnd + entries.reduce((sum, entry) => sum + outsideBytes(entry), 0);
  const header = Buffer.alloc(total);
  header.write('II*\0', 'latin1');
  header.writeUInt32LE(8, 4);
  header.writeUInt16LE(entries.length, 8);
  let outside = directoryEnd;
  entries.forEach(({ tag, type, values }, i) => {
    const at = 10 + i * 12;
    header.writeUInt16LE(tag, at);
    header.writeUInt16LE(type.code, at + 2);
    header.writeUInt32LE(values.length, at + 4);
    const away = outsideBytes({ tag, type, values });
    if (away) header.writeUInt32LE(outside, at + 8);
    values.forEach((value, n) => {
      const place = (away ? outside : at + 8) + n * type.bytes;
      header.writeUIntLE(tag === 273 ? total + n * bytesPerStrip : value, place, type.bytes);
    });
    outside += away;
  });
  return header;
}

/** Four bytes fit into the entry itself; more lie behind the directory, at an even place. */
function outsideBytes({ type, values }: Entry): number {
  const bytes = type.bytes * values.length;
  return bytes <= 4 ? 0 : bytes + (bytes % 2);
}
