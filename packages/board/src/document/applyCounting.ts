import * as Y from 'yjs';
import { type BoardPart, boardParts, partOf } from './board.ts';

/** Ids of what differs afterwards; what came and went meanwhile is in none. */
type PartChanges = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
};

export type BoardChanges = { readonly [P in BoardPart]: PartChanges };

/** What updates make of a document: it holds them afterwards. */
export function applyCounting(doc: Y.Doc, updates: Iterable<Uint8Array>): BoardChanges {
  const counted = new Map<BoardPart, PartChanges>();
  const watchers = boardParts.map((part) => {
    const watch = ({ changes }: Pick<Y.YEvent<never>, 'changes'>) =>
      counted.set(
        part,
        changesIn(changes, (id) => partOf(doc, part).get(id)),
      );
    partOf(doc, part).observe(watch);
    return [part, watch] as const;
  });
  // In one, or what was made and taken away within them would be counted twice.
  Y.transact(doc, () => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  for (const [part, watch] of watchers) partOf(doc, part).unobserve(watch);
  const of = (part: BoardPart) => counted.get(part) ?? none;
  return {
    frames: of('frames'),
    groups: of('groups'),
    regions: of('regions'),
    strokes: of('strokes'),
    stickies: of('stickies'),
    drawings: of('drawings'),
  };
}

const none: PartChanges = { added: [], changed: [], removed: [] };

type KeyChange = Y.YEvent<never>['changes']['keys'] extends Map<string, infer C> ? C : never;

function changesIn(
  { keys }: Pick<Y.YEvent<never>['changes'], 'keys'>,
  valueNow: (id: string) => unknown,
): PartChanges {
  const withAction = (wanted: KeyChange['action']) =>
    [...keys].flatMap(([id, { action, oldValue }]) =>
      action === wanted && isDeed(action, valueNow(id) ?? oldValue) ? [id] : [],
    );
  return { added: withAction('add'), changed: withAction('update'), removed: withAction('delete') };
}

/** A frame that is written down where the rows had it, or falls back to there, has not been put anywhere by anybody. */
function isDeed(action: KeyChange['action'], value: unknown): boolean {
  return action === 'update' || !(value instanceof Object && 'isLaid' in value);
}
