import type { Wish } from '@pinpaint/domain';
import { texts } from '../../text/texts.ts';

/** What an edit is about, as its panel's heading: "Recolour the bowl". */
export function editTitle(wish: Wish | null): string {
  const { titles, what } = texts.edit;
  if (!wish) return titles.none;
  if (wish.kind === 'extend') {
    const shape = `${wish.aspect.width}:${wish.aspect.height}`;
    return wish.removes ? titles.extendRemoving(shape) : titles.extend(shape);
  }
  return titles[wish.kind](wish.thing ?? what);
}
