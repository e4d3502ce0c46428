import { createGrade, createHeal, createPlace, type Engine } from '@pinpaint/engines';

/** The engines this worker is built with, by the name they announce. */
export function createEngines(): ReadonlyMap<string, Engine> {
  const engines = [createGrade(), createHeal(), createPlace()];
  return new Map(engines.map((engine) => [engine.facts.name, engine]));
}
