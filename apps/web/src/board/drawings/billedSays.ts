import type { Edit } from '../../data/types.ts';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { money } from '../../ui/numbers.ts';

/** What a picture that came to nothing has cost. Of a call that began and that nobody knows of, limits count the estimate. */
export function billedSays({ cost, timings, estimate }: Pick<Edit, 'cost' | 'timings' | 'estimate'>): string {
  if (!cost && timings.startedAt) return words.perhapsBilled(money(estimate.region.usd));
  return words.billed(money(cost?.usd ?? 0));
}
