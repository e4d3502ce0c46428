import { err, ok, type Result } from '@pinpaint/domain';

/**
 * Planes on their way between renderer and engine worker, as one body: quicker than a picture format on
 * both sides, and with no decoder that a stranger's bytes could upset.
 *
 * Layout: `PPX1`, the header's length (uint32, little-endian), the header (UTF-8 JSON:
 * `{ meta, parts: [{ name, bytes }] }`, padded with spaces), then the parts in that order. Header and parts
 * end on multiples of 8 bytes, filled with zeros.
 */
export type Parcel = {
  /** Whoever sent it wrote this: parse it. */
  readonly meta: unknown;
  /** Views of the parcel's own memory, each beginning on a multiple of 8 bytes. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
};

export type ParcelError = { readonly code: 'parcel.malformed' };

/** Intent, figures and names; never samples. */
const headerLimit = 64 * 1024;
const partsLimit = 16;
const magic = [0x50, 0x50, 0x58, 0x31];

export function encodeParcel(
  meta: unknown,
  parts: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const list = parts.map(([name, bytes]) => ({ name, bytes: bytes.byteLength }));
  const header = new TextEncoder().encode(JSON.stringify({ meta, parts: list }));
  const start = padded(8 + header.byteLength);
  const parcel = new Uint8Array(parts.reduce((sum, [, bytes]) => sum + padded(bytes.byteLength), start));
  parcel.set(magic);
  new DataView(parcel.buffer).setUint32(4, start - 8, true);
  parcel.fill(0x20, 8, start).set(header, 8);
  let at = start;
  for (const [, bytes] of parts) {
    parcel.set(bytes, at);
    at += padded(bytes.byteLength);
  }
  return parcel;
}

/** Takes a parcel only when it is exactly as long as its header says. */
export function decodeParcel(source: Uint8Array): Result<Parcel, ParcelError> {
  // Sixteen-bit views need an even start, which a slice of a shared buffer may lack.
  const bytes = source.byteOffset % 8 === 0 ? source : source.slice();
  if (bytes.byteLength < 8 || magic.some((byte, i) => bytes[i] !== byte)) return malformed;
  const start = 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  if (start > 8 + headerLimit || start % 8 !== 0 || start > bytes.byteLength) return malformed;
  const header = readHeader(bytes.subarray(8, start));
  if (!header) return malformed;
  const parts = new Map<string, Uint8Array>();
  let at = start;
  for (const { name, bytes: length } of header.parts) {
    if (parts.has(name) || at + length > bytes.byteLength) return malformed;
    parts.set(name, bytes.subarray(at, at + length));
    at += padded(length);
  }
  return at === bytes.byteLength ? ok({ meta: header.meta, parts }) : malformed;
}

/** How long a parcel of such parts can be at most. */
export function parcelLimit(partBytes: readonly number[]): number {
  return partBytes.reduce((sum, length) => sum + padded(length), 8 + headerLimit);
}

const malformed = err({ code: 'parcel.malformed' });

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

type Header = {
  readonly meta: unknown;
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
};

function readHeader(bytes: Uint8Array): Header | null {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isHeader(header) ? header : null;
  } catch {
    return null;
  }
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null || !('parts' in value) || !('meta' in value)) return false;
  const { parts } = value;
  return Array.isArray(parts) && parts.length <= partsLimit && parts.every(isPart);
}

function isPart(part: unknown): boolean {
  if (typeof part !== 'object' || part === null || !('name' in part) || !('bytes' in part)) return false;
  return typeof part.name === 'string' && Number.isSafeInteger(part.bytes) && Number(part.bytes) >= 0;
}
