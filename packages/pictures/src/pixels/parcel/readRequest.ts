import { err, ok, type Result } from '@pinpaint/domain';
import { z } from 'zod';
import {
  type ArtworkPlane,
  type ReferencePlanes,
  type RequestPlanes,
  type RgbPlane,
  rgbFromBytes,
} from './engineParcels.ts';
import { decodeParcel, type Parcel, type ParcelError } from './parcel.ts';

/** What `encodeRequest` made, as views of the parcel's memory. */
export function readRequest(bytes: Uint8Array): Result<RequestPlanes, ParcelError> {
  const parcel = decodeParcel(bytes);
  if (!parcel.ok) return parcel;
  const meta = metaSchema.safeParse(parcel.value.meta);
  if (!meta.success) return malformed;
  const { reference: shown, artwork: placed, ...shape } = meta.data;
  const { parts } = parcel.value;
  const crop = rgbIn(parts.get('crop'), shape);
  const plane = (name: string) => planeOf(parts.get(name), shape.width * shape.height);
  const [permitted, region] = [plane('permitted'), plane('region')];
  const [known, locked] = [plane('known'), plane('locked')];
  if (!crop || !permitted || !region || !known || !locked) return malformed;
  const reference = shown && readReference(parts, shown);
  const artwork = placed && readArtwork(parts, placed);
  if (reference === null || artwork === null) return malformed;
  return ok({
    crop,
    permitted,
    region,
    known,
    locked,
    ...(reference && { reference }),
    ...(artwork && { artwork }),
  });
}

function readArtwork(parts: Parcel['parts'], placed: z.infer<typeof artworkSchema>): ArtworkPlane | null {
  const data = parts.get('artwork');
  return data?.byteLength === placed.width * placed.height * 4 ? { ...placed, data } : null;
}

function readReference(parts: Parcel['parts'], shape: Shape): ReferencePlanes | null {
  const crop = rgbIn(parts.get('referenceCrop'), shape);
  const alpha = planeOf(parts.get('referenceAlpha'), shape.width * shape.height);
  return crop && alpha && { crop, alpha };
}

function rgbIn(part: Uint8Array | undefined, { width, height, depth }: Shape): RgbPlane | null {
  if (part?.byteLength !== (width * height * 3 * depth) / 8) return null;
  return rgbFromBytes(part, { size: { width, height }, depth });
}

/** A part of one byte is the value of the whole plane. */
function planeOf(part: Uint8Array | undefined, pixels: number): Uint8Array | null {
  if (part?.byteLength === pixels) return part;
  return part?.byteLength === 1 ? new Uint8Array(pixels).fill(part[0] ?? 0) : null;
}

const malformed = err({ code: 'parcel.malformed' });

const shapeSchema = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  depth: z.union([z.literal(8), z.literal(16)]),
});

type Shape = z.infer<typeof shapeSchema>;

const corner = z.tuple([z.number(), z.number()]);
const corners = z.tuple([corner, corner, corner, corner]);
const artworkSchema = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  surface: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('flat'), corners }),
    z.object({
      kind: z.literal('cylinder'),
      corners,
      topBendPx: z.number(),
      bottomBendPx: z.number(),
      arcDegrees: z.number(),
    }),
  ]),
});

const metaSchema = shapeSchema.extend({
  reference: shapeSchema.optional(),
  artwork: artworkSchema.optional(),
});
