import { EngineError } from '../engine.ts';
import { nameOfFile } from '../onnx/nameOfFile.ts';
import type { Model, Port } from '../onnx/openModel.ts';

type Graph = Pick<Model, 'path' | 'inputs' | 'outputs'>;

/** How a pair of files wants to be asked: `sam2` keeps finer features beside its embedding and squeezes its picture. */
export type SegmentKind = {
  readonly form: 'sam' | 'sam2';
  /** `planes`: normalised, padded to a square; `pixels`: height × width × 3 of 0…255, as some exports of SAM take it. */
  readonly picture: 'planes' | 'pixels';
};

const fine = ['high_res_feats_0', 'high_res_feats_1'] as const;
const prompts = ['point_coords', 'point_labels', 'mask_input', 'has_mask_input'] as const;

/** @throws EngineError `engine.model-unfit` that names what the files have and what is wanted. */
export function segmentKind(encoder: Graph, decoder: Graph): SegmentKind {
  const [image] = encoder.inputs;
  const form = fine.every((name) => has(encoder.outputs, name)) ? 'sam2' : 'sam';
  const embedding = form === 'sam2' ? ['image_embed', ...fine] : ['image_embeddings', 'orig_im_size'];
  const isWhole =
    [...prompts, ...embedding].every((name) => has(decoder.inputs, name)) &&
    ['masks', 'iou_predictions'].every((name) => has(decoder.outputs, name));
  if (image?.type === 'float32' && isWhole) {
    if (image.shape.length === 4) return { form, picture: 'planes' };
    if (image.shape.length === 3 && form === 'sam') return { form, picture: 'pixels' };
  }
  throw new EngineError(
    'engine.model-unfit',
    `${nameOfFile(encoder.path)} and ${nameOfFile(decoder.path)} don’t fit: the encoder takes ${list(encoder.inputs)} and gives ${list(encoder.outputs)}, the decoder takes ${list(decoder.inputs)} and gives ${list(decoder.outputs)}; wanted are MobileSAM’s or SAM 2’s: a picture float32, and ${[...prompts, ...embedding].join(', ')} → masks, iou_predictions`,
  );
}

function has(ports: readonly Port[], name: string): boolean {
  return ports.some((port) => port.name === name);
}

function list(ports: readonly Port[]): string {
  return ports.map(({ name, type, shape }) => `${name} ${type} [${shape}]`).join(', ') || 'nothing';
}
