import type { Intent, IntentKind } from '../intent/intent.ts';
import { wishText } from '../intent/wishText.ts';
import { type CatalogueEngine, engineCatalogue } from './engineCatalogue.ts';
import type { EngineFacts } from './engineFacts.ts';
import { knownEngine } from './knownEngine.ts';

/** What a person can do where no engine can. */
export type Way = 'choose-wish' | 'reword' | 'connect-engine' | 'hand-tool';

/** Why nothing was queued: the facts for a screen, and the same as text for everywhere else. */
export type CannotMessage = {
  /** null: the note was not understood. */
  readonly understood: string | null;
  readonly engines: readonly CatalogueEngine[];
  readonly ways: readonly Way[];
  readonly text: string;
};

/**
 * What a person reads when no connected engine can do a wish: what was understood, which engines of
 * the catalogue could and their list prices, what to do instead.
 *
 * @param connected engines that workers announced; they are not offered again
 */
export function cannotMessage(intent: Intent, connected: readonly EngineFacts[] = []): CannotMessage {
  const { wish } = intent;
  if (!wish) {
    return {
      understood: null,
      engines: [],
      ways: ['choose-wish', 'reword'],
      text: 'The note could not be read as one clear wish. Choose what is meant, or reword it: one thing to change, named as it is seen.',
    };
  }
  const understood = wishText(wish);
  const engines = engineCatalogue.filter(
    (engine) =>
      engine.kinds.includes(wish.kind) && !connected.some(({ name }) => knownEngine(name).listed === engine),
  );
  const offers = engines.map((engine) => `${engine.title} (${engine.name}): ${priceText(engine)}`);
  const offer =
    offers.length > 0 ? `Engines that could, at list price a picture: ${offers.join('; ')}. ` : '';
  const connect = offers.length > 0 ? 'connect one of them, ' : '';
  return {
    understood,
    engines,
    ways: offers.length > 0 ? ['connect-engine', 'hand-tool', 'reword'] : ['hand-tool', 'reword'],
    text:
      `Understood: ${understood}. No engine connected here can do that. ${offer}` +
      `Nothing was queued. Instead: ${connect}${byHand[wish.kind]}, or reword the note.`,
  };
}

function priceText({ prices, runs }: CatalogueEngine): string {
  if (prices.every(({ usd }) => usd === 0))
    return runs === 'built-in' ? 'free, built in' : 'free, own machine';
  return prices.map(({ size, usd }) => `${usd} USD${size ? ` (${size})` : ''}`).join(', ');
}

const byHand = {
  remove: 'paint it over by hand',
  recolour: 'recolour it by hand',
  relight: 'grade it by hand',
  match: 'grade it by hand beside what it is to match',
  extend: 'paint the new sides by hand',
  place: 'place the artwork by hand',
  replace: 'place a picture of what should be there by hand',
  add: 'place a picture of it by hand',
} as const satisfies Record<IntentKind, string>;
