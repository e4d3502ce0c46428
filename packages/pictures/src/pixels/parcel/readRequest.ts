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
  const plane = (name: string, length: number) => {
    const part = parcel.value.parts.get(name);
    return part?.byteLength === length ? part : null;
  };
  const pixels = width * height;
  const crop = plane('crop', (pixels * 3 * depth) / 8);
  const [permitted, region] = [plane('permitted', pixels), plane('region', pixels)];
  const [known, locked] = [plane('known', pixels), plane('locked', pixels)];
  if (!crop || !permitted || !region || !known || !locked) return malformed;
  return ok({
    crop: rgbFromBytes(crop, { size: { width, height }, depth }),
    permitted,
    region,
    known,
    locked,
  });
}

const malformed = err({ code: 'parcel.malformed' });

const metaSchema = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  depth: z.union([z.literal(8), z.literal(16)]),
});
