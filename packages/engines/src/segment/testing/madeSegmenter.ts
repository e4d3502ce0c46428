import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MadeGraph } from '../../onnx/testing/madeGraph.ts';
import type { SegmentKind } from '../segmentKind.ts';

/** In the model's square of 1024: how far round a click the thing may reach. */
export const reachPx = 200;
/** From which red on, on the scale of 8 bits, a pixel is the thing. */
const redFrom = 150;

const [seen, small, rough] = [1024, 64, 256] as const;

/**
 * An encoder and a decoder with SAM's or SAM 2's inputs and outputs whose mathematics is known: the thing is what is
 * red within `reachPx` of the first point. The second of its masks is the one it is surest of; the others are empty.
 */
export async function writeMadeSegmenter(
  folder: string,
  { form, picture }: SegmentKind,
  isReversed = false,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await encoder(form, picture).write(join(folder, 'encoder.onnx'));
  await decoder(form, isReversed).write(join(folder, 'decoder.onnx'));
}

function encoder(form: SegmentKind['form'], picture: SegmentKind['picture']): MadeGraph {
  const graph = new MadeGraph();
  let planes: string;
  if (picture === 'planes') {
    const image = graph.input('image', 'float32', [1, 3, seen, seen]);
    planes = graph.node('Add', [graph.node('Mul', [image, graph.floats([58.395])]), graph.floats([123.675])]);
  } else {
    const image = graph.input('input_image', 'float32', ['height', 'width', 3]);
    const turned = graph.node('Transpose', [image], { perm: [2, 0, 1] });
    const shape = graph.node('Shape', [turned]);
    const missing = graph.node('Sub', [graph.longs([3, seen, seen]), shape]);
    const pads = graph.node('Concat', [graph.longs([0, 0, 0]), missing], { axis: 0 });
    planes = graph.node('Unsqueeze', [graph.node('Pad', [turned, pads]), graph.longs([0])]);
  }
  const red = graph.channels(planes, 0, 1);
  const means = graph.node('AveragePool', [red], { kernel_shape: [16, 16], strides: [16, 16] });
  const embedding = graph.node('Expand', [means, graph.longs([1, 256, small, small])]);
  if (form === 'sam') {
    graph.output(embedding, 'image_embeddings', 'float32', [1, 256, small, small]);
    return graph;
  }
  graph.output(embedding, 'image_embed', 'float32', [1, 256, small, small]);
  const finer = graph.node('AveragePool', [red], { kernel_shape: [4, 4], strides: [4, 4] });
  graph.output(
    graph.node('Expand', [finer, graph.longs([1, 32, 256, 256])]),
    'high_res_feats_0',
    'float32',
    [1, 32, 256, 256],
  );
  graph.output(
    graph.node('Expand', [graph.channels(embedding, 0, 1), graph.longs([1, 64, small, small])]),
    'high_res_feats_1',
    'float32',
    [1, 64, small, small],
  );
  return graph;
}

function decoder(form: SegmentKind['form'], isReversed: boolean): MadeGraph {
  const graph = new MadeGraph();
  const name = form === 'sam' ? 'image_embeddings' : 'image_embed';
  const embedding = graph.input(name, 'float32', [1, 256, small, small]);
  const finer = form === 'sam2' ? graph.input('high_res_feats_0', 'float32', [1, 32, rough, rough]) : null;
  if (form === 'sam2') graph.input('high_res_feats_1', 'float32', [1, 64, small, small]);
  const coords = graph.input('point_coords', 'float32', [1, 'points', 2]);
  graph.input('point_labels', 'float32', [1, 'points']);
  graph.input('mask_input', 'float32', [1, 1, rough, rough]);
  graph.input('has_mask_input', 'float32', [1]);
  const red = finer
    ? graph.channels(finer, 0, 1)
    : enlarged(graph, graph.channels(embedding, 0, 1), graph.longs([1, 1, rough, rough]));
  const near = withinReach(graph, coords);
  const isRed = graph.node('Sub', [red, graph.floats([redFrom])]);
  const found = graph.node('Min', [near, isRed]);
  const thing = isReversed ? graph.node('Neg', [found]) : found;
  const nothing = graph.node('Sub', [graph.node('Mul', [thing, graph.floats([0])]), graph.floats([1])]);
  const masks = graph.node('Concat', [nothing, thing, nothing], { axis: 1 });
  const size = form === 'sam' ? graph.input('orig_im_size', 'float32', [2]) : null;
  graph.output(size ? inOriginalSize(graph, masks, size) : masks, 'masks', 'float32', [1, 3, 'h', 'w']);
  graph.output(graph.floats([0.2, 0.9, 0.4], [1, 3]), 'iou_predictions', 'float32', [1, 3]);
  return graph;
}

/** Over 0 within reach of the first point. */
function withinReach(graph: MadeGraph, coords: string): string {
  const cell = seen / rough;
  const centres = Array.from({ length: rough }, (_, at) => (at + 0.5) * cell);
  const first = graph.node('Slice', [coords, graph.longs([0]), graph.longs([1]), graph.longs([1])]);
  const along = (axis: number, dims: readonly number[]): string => {
    const at = graph.node('Slice', [first, graph.longs([axis]), graph.longs([axis + 1]), graph.longs([2])]);
    const away = graph.node('Sub', [
      graph.floats(centres, dims),
      graph.node('Unsqueeze', [at, graph.longs([0])]),
    ]);
    return graph.node('Mul', [away, away]);
  };
  const squared = graph.node('Add', [along(0, [1, 1, 1, rough]), along(1, [1, 1, rough, 1])]);
  return graph.node('Sub', [graph.floats([reachPx ** 2]), squared]);
}

/** As SAM's own exports do it: to the square, without its padding, to the picture's size. */
function inOriginalSize(graph: MadeGraph, masks: string, size: string): string {
  const square = enlarged(graph, masks, graph.longs([1, 3, seen, seen]));
  const longest = graph.node('ReduceMax', [size], { keepdims: 1 });
  const seenSize = graph.node('Round', [
    graph.node('Div', [graph.node('Mul', [size, graph.floats([seen], [1])]), longest]),
  ]);
  const cut = graph.node('Slice', [
    square,
    graph.longs([0, 0]),
    graph.cast(seenSize, 'int64'),
    graph.longs([2, 3]),
  ]);
  return enlarged(
    graph,
    cut,
    graph.node('Concat', [graph.longs([1, 3]), graph.cast(size, 'int64')], { axis: 0 }),
  );
}

function enlarged(graph: MadeGraph, input: string, sizes: string): string {
  return graph.node('Resize', [input, '', '', sizes], {
    mode: 'linear',
    coordinate_transformation_mode: 'half_pixel',
  });
}
