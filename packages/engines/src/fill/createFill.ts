import { basename } from 'node:path';
import type { EngineFacts } from '@pinpaint/domain';
import { Tensor } from 'onnxruntime-node';
import { type Engine, EngineError, type EngineRequest, type RgbCrop } from '../engine.ts';
import type { ModelShelf } from '../onnx/ModelShelf.ts';
import type { Model } from '../onnx/openModel.ts';
import { weightsProvenance } from '../onnx/weightsProvenance.ts';
import { fromPlanes, type Planes, toPlane, toPlanes } from '../planes.ts';
import { type FillKind, fillKind } from './fillKind.ts';

export type FillModel = {
  /** What it announces. */
  readonly name: string;
  readonly path: string;
  /** The sides of the square that it was made for; null: any size. */
  readonly sidePx: number | null;
  /** As the operator states it. */
  readonly licence?: string | undefined;
};

/** These networks halve their picture three times. */
const stride = 8;
/** What an announcement takes. */
const mostVersionLetters = 60;

/** Completion by a network in one go: LaMa (Suvorov 2022) in both exports, MI-GAN (Sargsyan 2023). It knows no chance. */
export function createFill(weights: FillModel, shelf: ModelShelf): Engine {
  const { name, path, sidePx } = weights;
  const facts: EngineFacts = {
    name,
    version: basename(path).slice(0, mostVersionLetters),
    kinds: ['remove', 'extend'],
    nativeSizes: sidePx ? [{ width: sidePx, height: sidePx }] : [],
    maxPixels: sidePx ? sidePx ** 2 : 4_000_000,
    // LaMa: 2.7 s for 512² on a CPU (reference.md §2).
    seconds: { base: 0.5, perMegapixel: 10 },
    usd: { perRun: 0, perMegapixel: 0 },
  };
  return {
    facts,
    runsIn: 'process',
    check: () => shelf.with(path, async (model) => void fillKind(model)),
    async run(request, signal, report) {
      signal.throwIfAborted();
      const patch = await shelf.with(path, (model) => fill(model, request));
      signal.throwIfAborted();
      report(1);
      const { permittedAlpha, strength, seed } = request;
      const usedAlpha = permittedAlpha.map((alpha) => Math.floor(alpha * Math.min(1, Math.max(0, strength))));
      // All variants would be the same picture.
      const provenance = await weightsProvenance(weights, [path], shelf);
      return [{ patch, usedAlpha, seed, figures: {}, provenance }];
    },
  };
}

async function fill(model: Model, { crop, permittedAlpha, known }: EngineRequest): Promise<RgbCrop> {
  const kind = fillKind(model);
  const padding = paddingFor(kind, crop);
  const isHole = permittedAlpha.map((alpha, at) => (alpha > 0 || known[at] === 0 ? 255 : 0));
  const picture = toPlanes(crop, padding);
  const hole = toPlane(isHole, crop, { ...padding, of: (sample) => sample / 255 });
  const answer = await model.run(feedsOf(kind, picture, hole));
  const high = kind.form === 'joined' ? 1 : 255;
  const painted = planesOf(answer[kind.output]);
  requirePicture(painted, picture);
  return fromPlanes(painted, crop, { low: 0, high, depth: crop.depth });
}

/** A file of one size gets its crop with the border repeated up to that; the server has cut it to fit. */
function paddingFor({ size }: FillKind, crop: RgbCrop) {
  if (!size) return { low: 0, high: 1, stride };
  if (crop.width > size.width || crop.height > size.height) {
    const sides = `${size.width} × ${size.height}`;
    throw new EngineError('engine.too-large', `This model takes ${sides} pixels, and the crop is larger.`);
  }
  return { low: 0, high: 1, stride, least: size };
}

function feedsOf(
  { form, image, mask }: FillKind,
  picture: Planes,
  hole: Planes,
): Readonly<Record<string, Tensor>> {
  const { width, height } = picture;
  const dims = (planes: number): number[] => [1, planes, height, width];
  if (form === 'joined') {
    const both = new Float32Array(4 * width * height);
    both.set(picture.data.map((value, at) => value * (1 - (hole.data[at % (width * height)] ?? 0))));
    both.set(hole.data, 3 * width * height);
    return { [image]: new Tensor('float32', both, dims(4)) };
  }
  if (!mask) return {};
  if (form === 'pair') {
    return {
      [image]: new Tensor('float32', picture.data, dims(3)),
      [mask]: new Tensor('float32', hole.data, dims(1)),
    };
  }
  return {
    [image]: new Tensor(
      'uint8',
      Uint8Array.from(picture.data, (value) => Math.round(value * 255)),
      dims(3),
    ),
    [mask]: new Tensor(
      'uint8',
      Uint8Array.from(hole.data, (value) => (value > 0 ? 0 : 255)),
      dims(1),
    ),
  };
}

function planesOf(tensor: Tensor | undefined): Planes {
  const [, , height = 0, width = 0] = tensor?.dims ?? [];
  const data = tensor?.data;
  if (data instanceof Float32Array) return { width, height, data };
  if (data instanceof Uint8Array) return { width, height, data: Float32Array.from(data) };
  throw new EngineError('engine.model-unfit', 'The model gave no picture.');
}

/** What is no picture would be laid on as one. */
function requirePicture(painted: Planes, { width, height }: Planes): void {
  if (painted.width !== width || painted.height !== height || painted.data.length !== 3 * width * height) {
    const sizes = `${painted.width} × ${painted.height} pixels for ${width} × ${height}`;
    throw new EngineError('engine.model-unfit', `The model gave ${sizes}.`);
  }
  if (!painted.data.every(Number.isFinite)) {
    throw new EngineError('engine.model-unfit', 'The model gave what are no numbers.');
  }
}
