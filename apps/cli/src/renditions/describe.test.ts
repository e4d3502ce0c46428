import { expect, it } from 'vitest';
import { describeFilm, describeRendition } from './describe.ts';

const made = {
  id: 'r',
  step: { kind: 'film' },
  format: 'mp4',
  progress: 0,
  failureCode: null,
  failureSays: null,
  fileDigest: null,
  provenance: null,
} as const;

it('says by what a step was made, or why it was not, in the service’s own words', () => {
  const refused = { failureCode: 'engine.refused', failureSays: 'Veo declined: it shows a person.' };
  expect(describeRendition({ ...made, state: 'failed', ...refused })).toBe(
    'film: failed, engine.refused, Veo declined: it shows a person.',
  );
  expect(describeRendition({ ...made, state: 'cancelled' })).toBe('film: cancelled');
  const provenance = { engine: 'onnx-upscale', provider: 'cpu' };
  expect(describeRendition({ ...made, state: 'ready', provenance, fileDigest: 'ab' })).toBe(
    'film: ready, by onnx-upscale (cpu), sha256 ab',
  );
});

it('says what a film would cost, and which limit it would be beyond', () => {
  const film = { model: 'veo-3.1-generate-001', usdPerSecond: 0.4 };
  const limits = [
    { of: 'edit', limitUsd: 2, spentUsd: 0 },
    { of: 'project', limitUsd: 10, spentUsd: 9 },
  ] as const;
  expect(describeFilm({ film, limits: [...limits] }, 4)).toEqual([
    'veo-3.1-generate-001: 4 s × $0.40 = $1.60, exact in no frame',
    'limit edit: $2.00',
    'limit project: $9.00 of $10.00 spent: this film would be beyond it',
  ]);
  expect(describeFilm({ film: null, limits: [] }, 4)).toEqual(['Nobody connected here makes films.']);
});
