import { type CatalogueEngine, engineCatalogue } from './engineCatalogue.ts';

export type KnownEngine = Pick<CatalogueEngine, 'title' | 'runs'> & {
  /** What the catalogue lists it as; null: it doesn't. */
  readonly listed: CatalogueEngine | null;
};

/** What follows a hosted model's name where it draws larger than it must: each size is an engine of its own. */
const size = /-([124]k)$/;

/**
 * An engine as people know it, by the name that its worker announces: also one size or a preview of a listed model, and
 * Google's models that the list doesn't have. What else nobody knows is a model on one's own machine.
 */
export function knownEngine(name: string): KnownEngine {
  const exact = listedAs(name);
  if (exact) return { title: exact.title, runs: exact.runs, listed: exact };
  const model = name.replace(size, '');
  const large = size.exec(name)?.[1]?.toUpperCase();
  const listed = listedAs(model.replace(/-preview$/, ''));
  const title = listed?.title ?? plainTitle(model);
  if (!listed && !model.startsWith('gemini-')) return { title: name, runs: 'own-machine', listed: null };
  return { title: large ? `${title}, ${large}` : title, runs: listed?.runs ?? 'service', listed };
}

/** Its place among engines of one price: as the catalogue has them, built in first; then those it doesn't list. */
export function placeInCatalogue(name: string): number {
  const { listed } = knownEngine(name);
  return listed ? engineCatalogue.indexOf(listed) : engineCatalogue.length;
}

function listedAs(name: string): CatalogueEngine | null {
  return engineCatalogue.find((engine) => engine.name === name) ?? null;
}

/** `gemini-9-flash-image` as “Gemini 9 flash image”. */
function plainTitle(model: string): string {
  const words = model.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
