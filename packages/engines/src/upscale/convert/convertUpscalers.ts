import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { upscaleScales, upscaleWeights } from '../weights.ts';
import { kerasFile } from './kerasFile.ts';
import { readKerasGraph } from './kerasGraph.ts';
import { toOnnx } from './toOnnx.ts';

/** Run by the build: the weights that npm has installed become the ONNX files the upscaler opens. */
for (const scale of upscaleScales) {
  const { package: name, version, licence, range, file } = upscaleWeights[scale];
  const graph = await readKerasGraph(await kerasFile(scale));
  const says = `${name} ${version}, ${licence}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, toOnnx(graph, { scale, range, says }));
}
