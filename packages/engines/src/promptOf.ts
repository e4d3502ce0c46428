import type { Wish } from '@pinpaint/domain';
import type { EngineRequest } from './engine.ts';

/** What is to be seen there. Of a removal these models are told nothing: they go on with the surroundings. */
export function promptOf({ intent, note }: Pick<EngineRequest, 'intent' | 'note'>): string {
  const wish: Wish | null = intent.wish;
  if (wish?.kind === 'replace') return wish.by;
  if (wish?.kind === 'add') return wish.thing;
  return wish?.kind === 'remove' || wish?.kind === 'extend' ? '' : note;
}
