import { type CatalogueEngine, engineCatalogue } from '@pinpaint/domain';

/** An engine as people know it; one that the catalogue doesn't list is called what its worker calls it. */
export function engineTitle(name: string): string {
  return inCatalogue(name)?.title ?? name;
}

export function inCatalogue(name: string): CatalogueEngine | undefined {
  return engineCatalogue.find((engine) => engine.name === name);
}
