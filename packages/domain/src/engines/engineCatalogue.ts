import type { IntentKind } from '../intent/intent.ts';

export type CatalogueEngine = {
  readonly name: string;
  /** As people know it. */
  readonly title: string;
  readonly kinds: readonly IntentKind[];
  /** Where it runs: in this program, with a model's weights on one's own machine, or as a paid service. */
  readonly runs: 'built-in' | 'own-machine' | 'service';
  /** List prices of one picture, the smallest size first; 0 on one's own machine. */
  readonly prices: readonly { readonly size: string | null; readonly usd: number }[];
};

const free = [{ size: null, usd: 0 }] as const;
const drawing = ['remove', 'recolour', 'relight', 'extend', 'replace', 'add'] as const;
const filling = ['remove', 'extend', 'replace', 'add'] as const;

/**
 * Engines there are in the world, connected here or not. Used to say what could do a wish, never to
 * charge: what an edit costs comes from the worker that runs it.
 *
 * List prices as seen in early 2026:
 * - Gemini: https://ai.google.dev/gemini-api/docs/pricing (1K; 3 Pro has one price for 1K and 2K)
 * - FLUX.1 Fill [pro]: https://docs.bfl.ai/quick_start/pricing
 */
export const engineCatalogue: readonly CatalogueEngine[] = [
  { name: 'heal', title: 'Heal', kinds: ['remove', 'extend'], runs: 'built-in', prices: free },
  { name: 'grade', title: 'Grade', kinds: ['recolour', 'relight', 'match'], runs: 'built-in', prices: free },
  { name: 'place', title: 'Place artwork', kinds: ['place'], runs: 'built-in', prices: free },
  { name: 'onnx-fill', title: 'LaMa or MI-GAN', kinds: ['remove'], runs: 'own-machine', prices: free },
  {
    name: 'onnx-diffusion',
    title: 'Stable Diffusion inpainting',
    kinds: filling,
    runs: 'own-machine',
    prices: free,
  },
  { name: 'comfyui', title: 'ComfyUI', kinds: drawing, runs: 'own-machine', prices: free },
  {
    name: 'gemini-2.5-flash-image',
    title: 'Nano Banana',
    kinds: drawing,
    runs: 'service',
    prices: [{ size: '1K', usd: 0.039 }],
  },
  {
    name: 'flux-fill',
    title: 'FLUX.1 Fill',
    kinds: filling,
    runs: 'service',
    prices: [{ size: null, usd: 0.05 }],
  },
  {
    name: 'gemini-3.1-flash-image',
    title: 'Nano Banana 2',
    kinds: drawing,
    runs: 'service',
    prices: [{ size: '1K', usd: 0.067 }],
  },
  {
    name: 'gemini-3-pro-image',
    title: 'Nano Banana Pro',
    kinds: drawing,
    runs: 'service',
    prices: [
      { size: '2K', usd: 0.134 },
      { size: '4K', usd: 0.24 },
    ],
  },
];
