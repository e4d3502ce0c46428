import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type UpscaleScale, upscaleWeights } from '../weights.ts';

const { resolve } = createRequire(import.meta.url);

/** Where npm has put a network's `model.json`; its package exports its programs alone, so it is looked for. */
export async function kerasFile(scale: UpscaleScale): Promise<string> {
  const { package: name } = upscaleWeights[scale];
  for (const modules of resolve.paths(name) ?? []) {
    const file = join(modules, name, 'models', `x${scale}`, 'model.json');
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  throw new Error(`${name} is not installed`);
}
