import { err, ok, type Result } from '@pinpaint/domain';
import { z } from 'zod';
import { type RequestPlanes, rgbFromBytes } from './engineParcels.ts';
import { decodeParcel, type ParcelError } from './parcel.ts';

/** What `encodeRequest` made, as views of the parcel's memory. */
export function readRequest(bytes: Uint8Array): Result<RequestPlanes, ParcelError> {
  const parcel = decodeParcel(bytes);
  if (!parcel.ok) return parcel;
  const meta = metaSchema.safeParse(parcel.value.meta);
  if (!meta.success) return malformed;
  const { width, height, depth } = meta.data;
  const pixels = width * height;
  const crop = parcel.value.parts.get('crop');
  if (crop?.byteLength !== (pixels * 3 * depth) / 8) return malformed;
  const plane = (name: string) => planeOf(parcel.value.parts.get(name), pixels);
  const [permitted, region] = [plane('permitted'), plane('region')];
  const [known, locked] = [plane('known'), plane('locked')];
  if (!permitted || !region || !known || !locked) return malformed;
  return ok({
    crop: rgbFromBytes(crop, { size: { width, height }, depth }),
    permitted,
    region,
    known,
    locked,
  });
}

/** A part of one byte is the value of the whole plane. */
function planeOf(part: Uint8Array | undefined, pixels: number): Uint8Array | null {
  if (part?.byteLength === pixels) return part;
  return part?.byteLength === 1 ? new Uint8Array(pixels).fill(part[0] ?? 0) : null;
}

const malformed = err({ code: 'parcel.malformed' });

const metaSchema = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  depth: z.union([z.literal(8), z.literal(16)]),
});
