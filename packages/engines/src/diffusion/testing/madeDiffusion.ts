import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MadeGraph } from '../../onnx/testing/madeGraph.ts';
import { writeClipFolder } from './clipFolder.ts';

/** What the made UNet says is noise: so much of its latents, and so much of the mean of its text. */
export const made = { perLatent: 0.9, perText: 0.1, perToken: 1e-5, gain: 16, offset: 0.5 } as const;

/** What the VAE's decoder gives; all but the first is not as published. */
type Answer = '−1…1' | '0…1' | 'bgr';

/**
 * A Stable Diffusion inpainting folder with the published inputs and outputs whose mathematics is known: the text
 * encoder returns its tokens' numbers, the UNet a linear function of its latents and text, the VAE eighths its picture
 * by means and is an affine map from there.
 */
export async function writeMadeDiffusion(
  folder: string,
  { unetChannels = 9, answer = '−1…1' }: { unetChannels?: number; answer?: Answer } = {},
): Promise<void> {
  for (const part of ['text_encoder', 'unet', 'vae_encoder', 'vae_decoder', 'tokenizer', 'scheduler']) {
    await mkdir(join(folder, part), { recursive: true });
  }
  await writeClipFolder(join(folder, 'tokenizer'));
  const config = { beta_start: 0.00085, beta_end: 0.012, beta_schedule: 'scaled_linear', steps_offset: 1 };
  await writeFile(join(folder, 'scheduler', 'scheduler_config.json'), JSON.stringify(config));
  await textEncoder().write(join(folder, 'text_encoder', 'model.onnx'));
  await unet(unetChannels).write(join(folder, 'unet', 'model.onnx'));
  await encoder().write(join(folder, 'vae_encoder', 'model.onnx'));
  await decoder(answer).write(join(folder, 'vae_decoder', 'model.onnx'));
}

function textEncoder(): MadeGraph {
  const graph = new MadeGraph();
  const ids = graph.input('input_ids', 'int32', ['batch', 77]);
  const small = graph.node('Mul', [graph.cast(ids, 'float32'), graph.floats([made.perToken])]);
  const hidden = graph.node('Unsqueeze', [small, graph.longs([2])]);
  graph.output(hidden, 'last_hidden_state', 'float32', ['batch', 77, 1]);
  return graph;
}

function unet(channels: number): MadeGraph {
  const graph = new MadeGraph();
  const sample = graph.input('sample', 'float32', ['batch', channels, 'height', 'width']);
  graph.input('timestep', 'float32', []);
  const text = graph.input('encoder_hidden_states', 'float32', ['batch', 77, 1]);
  const mean = graph.node('ReduceMean', [text], { axes: [1, 2], keepdims: 1 });
  const spread = graph.node('Unsqueeze', [mean, graph.longs([3])]);
  const ofLatents = graph.node('Mul', [graph.channels(sample, 0, 4), graph.floats([made.perLatent])]);
  const ofText = graph.node('Mul', [spread, graph.floats([made.perText])]);
  graph.output(graph.node('Add', [ofLatents, ofText]), 'out_sample', 'float32', [
    'batch',
    4,
    'height',
    'width',
  ]);
  return graph;
}

function encoder(): MadeGraph {
  const graph = new MadeGraph();
  const sample = graph.input('sample', 'float32', ['batch', 3, 'height', 'width']);
  const small = graph.node('AveragePool', [sample], { kernel_shape: [8, 8], strides: [8, 8] });
  const four = graph.node('Concat', [small, graph.channels(small, 0, 1)], { axis: 1 });
  const turned = graph.node('Add', [
    graph.node('Mul', [four, graph.floats([made.gain])]),
    graph.floats([made.offset]),
  ]);
  graph.output(turned, 'latent_sample', 'float32', ['batch', 4, 'h', 'w']);
  return graph;
}

function decoder(answer: Answer): MadeGraph {
  const graph = new MadeGraph();
  const latents = graph.input('latent_sample', 'float32', ['batch', 4, 'h', 'w']);
  const back = graph.node('Sub', [graph.channels(latents, 0, 3), graph.floats([made.offset])]);
  const plain = graph.node('Div', [back, graph.floats([made.gain])]);
  const large = graph.node('Resize', [plain, '', graph.floats([1, 1, 8, 8], [4])], {
    mode: 'nearest',
    coordinate_transformation_mode: 'asymmetric',
    nearest_mode: 'floor',
  });
  graph.output(answered(graph, large, answer), 'sample', 'float32', ['batch', 3, 'height', 'width']);
  return graph;
}

function answered(graph: MadeGraph, picture: string, answer: Answer): string {
  if (answer === '−1…1') return picture;
  if (answer === '0…1')
    return graph.node('Mul', [graph.node('Add', [picture, graph.floats([1])]), graph.floats([0.5])]);
  const planes = [2, 1, 0].map((at) => graph.channels(picture, at, at + 1));
  return graph.node('Concat', planes, { axis: 1 });
}
