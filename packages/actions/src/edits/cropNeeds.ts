import type { EngineFacts, IntentKind } from '@pinpaint/domain';
import type { CropNeeds } from '@pinpaint/imaging';

/** How much an engine sees round what it may change: what fills, copies from there; what colours, only compares. */
const context = {
  // What the thresholds of heal's figures were measured with.
  remove: { contextRatio: 1, minContextPx: 128 },
  replace: { contextRatio: 0.5, minContextPx: 96 },
  add: { contextRatio: 0.5, minContextPx: 96 },
  extend: { contextRatio: 0.5, minContextPx: 256 },
  // How bright white is, is told by what lies around.
  place: { contextRatio: 0.25, minContextPx: 160 },
  recolour: { contextRatio: 0.0625, minContextPx: 32 },
  relight: { contextRatio: 0.0625, minContextPx: 32 },
  match: { contextRatio: 0.0625, minContextPx: 32 },
} as const satisfies Record<IntentKind, Pick<CropNeeds, 'contextRatio' | 'minContextPx'>>;

/** Diffusion models want multiples of 8; to the others it does no harm. */
const stridePx = 8;

export function cropNeeds(kind: IntentKind, { nativeSizes, maxPixels }: EngineLimits): CropNeeds {
  return { ...context[kind], stridePx, nativeSizes, maxPixels };
}

export type EngineLimits = Pick<EngineFacts, 'nativeSizes' | 'maxPixels'>;
