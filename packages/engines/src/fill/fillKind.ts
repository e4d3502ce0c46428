import type { PixelSize } from '@pinpaint/domain';
import { EngineError } from '../engine.ts';
import { nameOfFile } from '../onnx/nameOfFile.ts';
import type { Model, Port } from '../onnx/openModel.ts';

/**
 * How a file wants to be asked, as its graph says: `pair`: picture and mask of 0…1 → 0…255 (LaMa); `joined`: both in
 * one input of four planes → 0…1 (LaMa, another export); `bytes`: 8 bits, where a mask of 0 is the hole (MI-GAN).
 */
export type FillKind = {
  readonly form: 'pair' | 'joined' | 'bytes';
  readonly image: string;
  readonly mask: string | null;
  readonly output: string;
  /** The only size it takes; null: any. */
  readonly size: PixelSize | null;
};

/** @throws EngineError `engine.model-unfit` that names what the file has and what is wanted. */
export function fillKind({ path, inputs, outputs }: Pick<Model, 'path' | 'inputs' | 'outputs'>): FillKind {
  const output = outputs[0];
  const [first, second] = inputs;
  const mask = inputs.find(({ name }) => name === 'mask') ?? second;
  const image = inputs.find((port) => port !== mask) ?? first;
  if (
    output &&
    image &&
    inputs.length === 1 &&
    isPlanes(image, 'float32', 4) &&
    isPlanes(output, 'float32', 3)
  ) {
    return { form: 'joined', image: image.name, mask: null, output: output.name, size: sizeOf(image) };
  }
  if (output && image && mask && inputs.length === 2) {
    const form = formOf(image, mask, output);
    if (form) return { form, image: image.name, mask: mask.name, output: output.name, size: sizeOf(image) };
  }
  throw new EngineError(
    'engine.model-unfit',
    `${nameOfFile(path)} doesn’t fit: it takes ${list(inputs)} and gives ${list(outputs)}, and wanted are a picture [1,3,*,*] and a mask [1,1,*,*] (float32 or uint8), or both in one float32 [1,4,*,*], and [1,3,*,*] as the answer`,
  );
}

function formOf(image: Port, mask: Port, output: Port): 'pair' | 'bytes' | null {
  for (const [form, type] of [
    ['pair', 'float32'],
    ['bytes', 'uint8'],
  ] as const) {
    if (isPlanes(image, type, 3) && isPlanes(mask, type, 1) && isPlanes(output, type, 3)) return form;
  }
  return null;
}

function isPlanes({ type, shape }: Port, wanted: string, planes: number): boolean {
  const count = shape[1];
  return (
    type === wanted && shape.length === 4 && (typeof count !== 'number' || count < 0 || count === planes)
  );
}

function sizeOf({ shape: [, , height, width] }: Port): PixelSize | null {
  if (typeof height !== 'number' || typeof width !== 'number' || height < 1 || width < 1) return null;
  return { width, height };
}

function list(ports: readonly Port[]): string {
  return ports.map(({ name, type, shape }) => `${name} ${type} [${shape}]`).join(' and ');
}
