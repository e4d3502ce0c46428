import { join } from 'node:path';
import { writeMadeDiffusion } from '../diffusion/testing/madeDiffusion.ts';
import { membraneGraph } from '../fill/testing/membraneGraph.ts';
import { writeMadeSegmenter } from '../segment/testing/madeSegmenter.ts';

/** Run with a folder: writes models there as operators have them, small and of known mathematics. */
const [dir] = process.argv.slice(2);
if (!dir) throw new Error('writeMadeModels: into which folder?');
await membraneGraph('pair', 512).write(join(dir, 'lama.onnx'));
await membraneGraph('bytes', null).write(join(dir, 'migan.onnx'));
await writeMadeDiffusion(join(dir, 'sd'));
await writeMadeSegmenter(join(dir, 'sam'), { form: 'sam', picture: 'planes' });
