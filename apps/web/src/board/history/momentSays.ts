import type { Moment } from '../../data/types.ts';
import { historyTexts as words } from '../../text/historyTexts.ts';

const parts = ['frames', 'drawings', 'stickies', 'strokes', 'groups', 'regions'] as const;
const ways = ['added', 'changed', 'removed'] as const;

/** What came of it in words: "Moved 3 frames, wrote a sticky". */
export function momentSays(changes: Moment['changes']): string {
  const all = seenOf(changes).join(', ');
  return all === '' ? words.nothing : all.charAt(0).toUpperCase() + all.slice(1);
}

/** Nothing that a history tells of. */
export function leftNothing(changes: Moment['changes']): boolean {
  return seenOf(changes).length === 0;
}

function seenOf(changes: Moment['changes']): readonly string[] {
  return parts.flatMap((part) =>
    ways.map((way) => (changes[part][way] > 0 ? words[part][way](changes[part][way]) : '')).filter(Boolean),
  );
}
