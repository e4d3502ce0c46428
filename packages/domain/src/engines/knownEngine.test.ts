import { expect, it } from 'vitest';
import { knownEngine } from './knownEngine.ts';

it.each([
  ['heal', 'Heal', 'built-in'],
  ['onnx-fill', 'LaMa or MI-GAN', 'own-machine'],
  ['migan', 'migan', 'own-machine'],
  ['upscaler-4k', 'upscaler-4k', 'own-machine'],
  ['gemini-3-pro-image', 'Nano Banana Pro', 'service'],
  ['gemini-3-pro-image-2k', 'Nano Banana Pro, 2K', 'service'],
  ['gemini-3-pro-image-preview-4k', 'Nano Banana Pro, 4K', 'service'],
  ['gemini-9-flash-image', 'Gemini 9 flash image', 'service'],
  ['flux-fill', 'FLUX.1 Fill', 'service'],
])('%s is %s, %s', (name, title, runs) => {
  expect(knownEngine(name)).toMatchObject({ title, runs });
});
