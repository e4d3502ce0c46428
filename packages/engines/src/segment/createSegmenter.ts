import type { PixelSize } from '@pinpaint/domain';
import { Tensor } from 'onnxruntime-node';
import { EngineError, type RgbCrop } from '../engine.ts';
import type { ModelShelf } from '../onnx/ModelShelf.ts';
import type { Model, Tensors } from '../onnx/openModel.ts';
import { type Planes, toPlanes } from '../planes.ts';
import { type ReadPicture, ReadPictures } from './ReadPictures.ts';
import { resizePlanes } from './resizePlanes.ts';
import { segmentFiles } from './segmentFiles.ts';
import { type SegmentKind, segmentKind } from './segmentKind.ts';

/** What somebody pointed at, in the crop's pixels: clicks on the thing or beside it, and a box round it. */
type SegmentHints = {
  readonly inside: readonly Point[];
  readonly outside: readonly Point[];
  readonly box: { readonly from: Point; readonly to: Point } | null;
};
type Point = { readonly x: number; readonly y: number };

export type Segment = {
  /** 255 on the thing, 0 elsewhere; of the crop's size. */
  readonly mask: Uint8Array;
  /** How sure the model is that this is what was meant: its own guess of the IoU. */
  readonly score: number;
};

export type SegmentWish = {
  /** Names the picture: what is asked about it again finds it read. */
  readonly picture: string;
  /** null: asked without it, in the hope that it has been read. */
  readonly crop: RgbCrop | null;
  readonly hints: SegmentHints;
};

/** null: the picture is not at hand, and has to come with the wish. */
export type Segmenter = (wish: SegmentWish) => Promise<Segment | null>;

/** Of SAM and SAM 2: the side of the square that they see, and of the masks they begin with. */
const [seenPx, roughPx] = [1024, 256] as const;
/** Of ImageNet, on the scale of 8 bits. */
const mean = [123.675, 116.28, 103.53] as const;
const spread = [58.395, 57.12, 57.375] as const;
/** What the decoder calls a point: nothing, beside the thing, on it, a box's upper left and lower right corner. */
const label = { none: -1, outside: 0, inside: 1, boxFrom: 2, boxTo: 3 } as const;

/**
 * Finds the thing that was pointed at (SAM, Kirillov 2023; MobileSAM, Zhang 2023; SAM 2, Ravi 2024). A picture is
 * read once, whatever is then asked about it: reading takes seconds, an answer a few hundredths.
 *
 * @param folder with an encoder and a decoder
 */
export function createSegmenter(folder: string, shelf: ModelShelf): Segmenter {
  const pictures = new ReadPictures(shelf);
  return async ({ picture, crop, hints }) => {
    const { encoder, decoder } = await segmentFiles(folder);
    return shelf.with(encoder, (reader) =>
      shelf.with(decoder, async (answerer) => {
        const kind = segmentKind(reader, answerer);
        const read = await pictures.read(picture, crop && (() => readPicture(reader, crop, kind)));
        if (!read) return null;
        const feeds = { ...read.embedding, ...promptOf(read.size, hints, kind) };
        const wanted = answerer.inputs.map(({ name }) => name);
        return bestOf(await answerer.run(onlyOf(feeds, wanted)), read.size);
      }),
    );
  };
}

/** @throws EngineError when its files are gone or don't fit. */
export async function checkSegmenter(folder: string, shelf: ModelShelf): Promise<void> {
  const { encoder, decoder } = await segmentFiles(folder);
  await shelf.with(encoder, (reader) =>
    shelf.with(decoder, async (answerer) => void segmentKind(reader, answerer)),
  );
}

async function readPicture(reader: Model, crop: RgbCrop, kind: SegmentKind): Promise<ReadPicture> {
  const feeds = { [reader.inputs[0]?.name ?? '']: pictureOf(crop, kind) };
  const { width, height } = crop;
  return { size: { width, height }, embedding: await reader.run(feeds) };
}

function onlyOf(feeds: Tensors, wanted: readonly string[]): Tensors {
  return Object.fromEntries(Object.entries(feeds).filter(([name]) => wanted.includes(name)));
}

function pictureOf(crop: RgbCrop, { form, picture }: SegmentKind): Tensor {
  const size = form === 'sam2' ? { width: seenPx, height: seenPx } : fitted(crop);
  const small = resizePlanes(toPlanes(crop, { low: 0, high: 255, stride: 1 }), size);
  if (picture === 'pixels') return new Tensor('float32', interleaved(small), [size.height, size.width, 3]);
  const square = new Float32Array(3 * seenPx * seenPx);
  for (let at = 0; at < small.data.length; at++) {
    const plane = Math.floor(at / (size.width * size.height));
    const pixel = at % (size.width * size.height);
    const to = plane * seenPx * seenPx + Math.floor(pixel / size.width) * seenPx + (pixel % size.width);
    square[to] = ((small.data[at] ?? 0) - (mean[plane] ?? 0)) / (spread[plane] ?? 1);
  }
  return new Tensor('float32', square, [1, 3, seenPx, seenPx]);
}

/** Its longer side fills the square. */
function fitted({ width, height }: PixelSize): PixelSize {
  const scale = seenPx / Math.max(width, height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function promptOf(crop: PixelSize, { inside, outside, box }: SegmentHints, { form }: SegmentKind): Tensors {
  const size = form === 'sam2' ? { width: seenPx, height: seenPx } : fitted(crop);
  const points = [
    ...inside.map((point) => ({ point, as: label.inside })),
    ...outside.map((point) => ({ point, as: label.outside })),
    // Without a box the decoder was taught with a point that is none.
    ...(box
      ? [
          { point: box.from, as: label.boxFrom },
          { point: box.to, as: label.boxTo },
        ]
      : [{ point: { x: 0, y: 0 }, as: label.none }]),
  ];
  const coords = points.flatMap(({ point, as }) =>
    as === label.none ? [0, 0] : [(point.x * size.width) / crop.width, (point.y * size.height) / crop.height],
  );
  return {
    point_coords: new Tensor('float32', Float32Array.from(coords), [1, points.length, 2]),
    point_labels: new Tensor(
      'float32',
      Float32Array.from(points, ({ as }) => as),
      [1, points.length],
    ),
    mask_input: new Tensor('float32', new Float32Array(roughPx * roughPx), [1, 1, roughPx, roughPx]),
    has_mask_input: new Tensor('float32', Float32Array.of(0), [1]),
    orig_im_size: new Tensor('float32', Float32Array.of(crop.height, crop.width), [2]),
  };
}

/** The mask the model is surest of; one that comes smaller than the crop is brought to its size first. */
function bestOf({ masks, iou_predictions: scores }: Tensors, { width, height }: PixelSize): Segment {
  const [, count = 1, rows = 0, columns = 0] = masks?.dims ?? [];
  if (!(masks?.data instanceof Float32Array) || !(scores?.data instanceof Float32Array)) {
    throw new EngineError('engine.model-unfit', 'The decoder gave no masks.');
  }
  let best = 0;
  for (let i = 1; i < count; i++) if ((scores.data[i] ?? 0) > (scores.data[best] ?? 0)) best = i;
  const rough: Planes = {
    width: columns,
    height: rows,
    data: masks.data.slice(best * rows * columns, (best + 1) * rows * columns),
  };
  const full = columns === width && rows === height ? rough : resizePlanes(rough, { width, height });
  return {
    mask: Uint8Array.from(full.data, (logit) => (logit > 0 ? 255 : 0)),
    score: scores.data[best] ?? 0,
  };
}

function interleaved({ width, height, data }: Planes): Float32Array {
  const pixels = width * height;
  return Float32Array.from(
    { length: pixels * 3 },
    (_, at) => data[(at % 3) * pixels + Math.floor(at / 3)] ?? 0,
  );
}
