import type { ModelConfig, ModelsConfig, ServicesConfig } from '@pinpaint/config';
import {
  createDiffusion,
  createFill,
  createGrade,
  createHeal,
  createPlace,
  type Engine,
  ModelShelf,
} from '@pinpaint/engines';
import { createServices } from './createServices.ts';

const megabyte = 2 ** 20;

/** What an operator has set up besides: weights on this machine, and hosted engines by their keys. */
export type EngineSources = { readonly models: ModelsConfig; readonly services: ServicesConfig };

/** All engines of this worker, by the name they announce. */
export function createEngines({ models, services }: EngineSources): ReadonlyMap<string, Engine> {
  const shelf = new ModelShelf(models.memoryMb * megabyte);
  const engines = [
    createGrade(),
    createHeal(),
    createPlace(),
    ...models.models.map((model) => modelEngine(model, shelf)),
    ...createServices(services),
  ];
  return new Map(engines.map((engine) => [engine.facts.name, engine]));
}

function modelEngine(model: ModelConfig, shelf: ModelShelf): Engine {
  return model.kind === 'fill' ? createFill(model, shelf) : createDiffusion(model, shelf);
}
