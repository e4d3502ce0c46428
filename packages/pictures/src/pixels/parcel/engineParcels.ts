import type { PixelSize, Surface } from '@pinpaint/domain';
import type { Picture } from '@pinpaint/imaging';
import { encodeParcel, parcelLimit } from './parcel.ts';

/** RGB, row-major, 3 interleaved samples a pixel, sRGB-encoded; 16-bit samples little-endian. */
export type RgbPlane = PixelSize &
  ({ readonly depth: 8; readonly data: Uint8Array } | { readonly depth: 16; readonly data: Uint16Array });

/** What an engine is given besides its wish: 8-bit planes of the crop's size. */
export type RequestPlanes = {
  readonly crop: RgbPlane;
  readonly permitted: Uint8Array;
  readonly region: Uint8Array;
  readonly known: Uint8Array;
  readonly locked: Uint8Array;
  readonly reference?: ReferencePlanes;
  readonly artwork?: ArtworkPlane;
};

/** RGBA8, row-major, straight alpha, sRGB; and how it lies, in the crop's own pixels. */
export type ArtworkPlane = PixelSize & { readonly data: Uint8Array; readonly surface: Surface };

/** What a match is shown: of a size of its own, and how much of each pixel is meant. */
export type ReferencePlanes = { readonly crop: RgbPlane; readonly alpha: Uint8Array };

export type AnsweredCandidate = {
  readonly patch: RgbPlane;
  readonly usedAlpha: Uint8Array;
  readonly seed: number;
  readonly figures: Readonly<Record<string, number>>;
  /** What a model's engine says of how it was made. */
  readonly provenance?: AnsweredProvenance | undefined;
};

export type AnsweredProvenance = Readonly<Record<string, string | number | boolean | null>>;

export type AnswerShape = { readonly size: PixelSize; readonly depth: 8 | 16; readonly variants: number };

/**
 * Parts `crop`, `permitted`, `region`, `known`, `locked`, for a match `referenceCrop` and `referenceAlpha`, for what
 * is placed `artwork`; meta is the crop's size and depth, as `reference` that crop's, as `artwork` its size and surface. A plane that has
 * one value everywhere, as most have that tell of locks, is a part of that one byte.
 */
export function encodeRequest({
  crop,
  permitted,
  region,
  known,
  locked,
  reference,
  artwork,
}: RequestPlanes): Uint8Array<ArrayBuffer> {
  const meta = {
    ...shapeOf(crop),
    ...(reference && { reference: shapeOf(reference.crop) }),
    ...(artwork && {
      artwork: { width: artwork.width, height: artwork.height, surface: artwork.surface },
    }),
  };
  return encodeParcel(meta, [
    ['crop', rgbBytes(crop)],
    ['permitted', shortened(permitted)],
    ['region', shortened(region)],
    ['known', shortened(known)],
    ['locked', shortened(locked)],
    ...(reference
      ? [
          ['referenceCrop', rgbBytes(reference.crop)] as const,
          ['referenceAlpha', shortened(reference.alpha)] as const,
        ]
      : []),
    ...(artwork ? [['artwork', artwork.data] as const] : []),
  ]);
}

function shapeOf({ width, height, depth }: RgbPlane) {
  return { width, height, depth };
}

export function rgbOf({ width, height, ...samples }: Picture): RgbPlane {
  return samples.depth === 8
    ? { width, height, depth: 8, data: samples.data }
    : { width, height, depth: 16, data: samples.data };
}

function shortened(plane: Uint8Array): Uint8Array {
  // Equal to itself moved on by one: all of it is the same.
  const isUniform = Buffer.compare(plane.subarray(1), plane.subarray(0, -1)) === 0;
  return isUniform ? plane.subarray(0, 1) : plane;
}

/** Parts `patch0`, `alpha0`, `patch1`…; meta is `{ candidates: [{ seed, figures, provenance? }] }`. */
export function encodeAnswer(candidates: readonly AnsweredCandidate[]): Uint8Array<ArrayBuffer> {
  const meta = {
    candidates: candidates.map(({ seed, figures, provenance }) => ({ seed, figures, provenance })),
  };
  const parts = candidates.flatMap(
    ({ patch, usedAlpha }, i) =>
      [
        [`patch${i}`, rgbBytes(patch)],
        [`alpha${i}`, usedAlpha],
      ] as const,
  );
  return encodeParcel(meta, parts);
}

/** What an honest answer can come to, so that nobody reads more. */
export function answerLimit({ size, depth, variants }: AnswerShape): number {
  const pixels = size.width * size.height;
  const one = [(pixels * 3 * depth) / 8, pixels];
  return parcelLimit(Array.from({ length: variants }, () => one).flat());
}

const machineIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function rgbBytes({ depth, data }: RgbPlane): Uint8Array {
  if (depth === 8) return data;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return machineIsLittleEndian ? bytes : bytes.map((_, i) => bytes[i ^ 1] ?? 0);
}

/** @param bytes as they came, of exactly the length that size and depth ask for, beginning on an even byte. */
export function rgbFromBytes(
  bytes: Uint8Array,
  { size, depth }: Pick<AnswerShape, 'size' | 'depth'>,
): RgbPlane {
  const { width, height } = size;
  if (depth === 8) return { width, height, depth, data: bytes };
  const even = machineIsLittleEndian ? bytes : bytes.map((_, i) => bytes[i ^ 1] ?? 0);
  return { width, height, depth, data: new Uint16Array(even.buffer, even.byteOffset, even.byteLength / 2) };
}
