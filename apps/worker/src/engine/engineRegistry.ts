import type { ModelConfig, ModelsConfig } from '@pinpaint/config';
import {
  createDiffusion,
  createFill,
  createGrade,
  createHeal,
  createPlace,
  type Engine,
  ModelShelf,
} from '@pinpaint/engines';

const megabyte = 2 ** 20;

/** The engines this worker is built with, and those of its machine's models, by the name they announce. */
export function createEngines({ memoryMb, models }: ModelsConfig): ReadonlyMap<string, Engine> {
  const shelf = new ModelShelf(memoryMb * megabyte);
  const engines = [
    createGrade(),
    createHeal(),
    createPlace(),
    ...models.map((model) => modelEngine(model, shelf)),
  ];
  return new Map(engines.map((engine) => [engine.facts.name, engine]));
}

function modelEngine(model: ModelConfig, shelf: ModelShelf): Engine {
  return model.kind === 'fill' ? createFill(model, shelf) : createDiffusion(model, shelf);
}
