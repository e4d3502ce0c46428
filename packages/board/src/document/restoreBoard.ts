import type * as Y from 'yjs';
import { type BoardParts, boardParts, partOf } from './board.ts';
import type { ChangeOrigin } from './changeBoard.ts';
import { type BoardView, readBoard } from './readBoard.ts';

/**
 * Makes a living document hold what `past` says, as one change of now: by id, and only what differs. So what
 * others do at the same moment stays theirs, nothing is there twice, and undo takes it back.
 *
 * @returns how many things it has changed
 */
export function restoreBoard(doc: Y.Doc, past: BoardView, { origin }: ChangeOrigin = {}): number {
  const now = readBoard(doc);
  let changed = 0;
  doc.transact(() => {
    for (const part of boardParts) changed += restorePart(doc, part, { now: now[part], past: past[part] });
  }, origin);
  return changed;
}

type Both<P extends keyof BoardParts> = { readonly now: BoardView[P]; readonly past: BoardView[P] };

function restorePart<P extends keyof BoardParts>(doc: Y.Doc, part: P, { now, past }: Both<P>): number {
  const map = partOf(doc, part);
  const gone = [...now.keys()].filter((id) => !past.has(id));
  const other = [...past].filter(([id, value]) => !isSame(now.get(id), value));
  for (const id of gone) map.delete(id);
  for (const [id, value] of other) map.set(id, value);
  return gone.length + other.length;
}

/** Values are plain and small, and one that is the same is nearly always the same object or as long. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
