import type { ModelConfig, ModelsConfig, SegmentConfig, ServicesConfig } from '@pinpaint/config';
import {
  checkSegmenter,
  createDiffusion,
  createFill,
  createGrade,
  createHeal,
  createPlace,
  createSegmenter,
  type Engine,
  ModelShelf,
  type Segmenter,
} from '@pinpaint/engines';
import { createServices } from './createServices.ts';

const megabyte = 2 ** 20;

/** What an operator has set up besides: weights on this machine, and hosted engines by their keys. */
export type EngineSources = { readonly models: ModelsConfig; readonly services: ServicesConfig };

export type OpenedEngines = {
  /** By the name they announce. */
  readonly engines: ReadonlyMap<string, Engine>;
  /** null: no model here selects. */
  readonly segmenter: OpenedSegmenter | null;
};

type OpenedSegmenter = {
  readonly name: string;
  readonly segment: Segmenter;
  /** Rejects with an EngineError when its files are gone or don't fit. */
  check(): Promise<void>;
};

/** All that this worker has; its models share one budget of memory. */
export function openEngines({ models, services }: EngineSources): OpenedEngines {
  const shelf = new ModelShelf(models.memoryMb * megabyte);
  const engines = [
    createGrade(),
    createHeal(),
    createPlace(),
    ...models.models.flatMap((model) => modelEngine(model, shelf) ?? []),
    ...createServices(services),
  ];
  const segments = segmentModel(models);
  return {
    engines: new Map(engines.map((engine) => [engine.facts.name, engine])),
    segmenter: segments && openSegmenter(segments, shelf),
  };
}

/** The model that selects, where there is one. */
export function segmentModel({ models }: ModelsConfig): SegmentConfig | null {
  return models.find((model) => model.kind === 'segment') ?? null;
}

function openSegmenter({ name, path }: SegmentConfig, shelf: ModelShelf): OpenedSegmenter {
  return { name, segment: createSegmenter(path, shelf), check: () => checkSegmenter(path, shelf) };
}

function modelEngine(model: ModelConfig, shelf: ModelShelf): Engine | null {
  switch (model.kind) {
    case 'fill':
      return createFill(model, shelf);
    case 'diffusion':
      return createDiffusion(model, shelf);
    case 'segment':
      return null;
  }
}
