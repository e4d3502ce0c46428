import { basename, dirname } from 'node:path';

/** Of a Stable Diffusion folder: its files are called alike, and the part says which one it is. */
const parts: ReadonlySet<string> = new Set([
  'text_encoder',
  'unet',
  'vae_encoder',
  'vae_decoder',
  'tokenizer',
  'scheduler',
]);

/** What a file is called in what travels to people: where it lies on the operator's machine is nobody's affair. */
export function nameOfFile(path: string): string {
  const part = basename(dirname(path));
  return parts.has(part) ? `${part}/${basename(path)}` : basename(path);
}
