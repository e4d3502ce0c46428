import * as Y from 'yjs';
import { roomLimits } from './limits.ts';

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Id = { readonly client: number; readonly clock: number };

/**
 * Whether what an update puts into a document stays within a depth that Yjs can delete again: it does so by calling
 * itself, and one that runs out of stack has torn the document. So types inside of types are only taken with all that
 * they build on; otherwise nobody could say how deep they will lie.
 */
export function nestsWithinBounds(doc: Y.Doc, structs: readonly Struct[]): boolean {
  const depths = new Map<Struct, number>();
  const find = finderOf(doc, structs);
  const seen = new Set<number>();
  return structs.every((struct) => {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || (!seen.has(client) && clock > Y.getState(doc.store, client)))
      return false;
    seen.add(client);
    if (!(struct instanceof Y.Item)) return true;
    const needs = [struct.origin, struct.rightOrigin, idOf(struct.parent)];
    if (needs.some((id) => id && !find(id))) return false;
    return depthOf(struct, { find, depths }) <= roomLimits.typeDepth;
  });
}

type Finding = {
  readonly find: (id: Id) => Struct | null;
  readonly depths: Map<Struct, number>;
};

/** How many types lie above; endless where something lies within itself. */
function depthOf(struct: Struct, { find, depths }: Finding): number {
  const path: { readonly struct: Struct; readonly isAbove: boolean }[] = [];
  let at: Struct | null = struct;
  let depth = 0;
  while (at) {
    const known = depths.get(at);
    if (known !== undefined) {
      depth = known;
      break;
    }
    if (!(at instanceof Y.Item)) break;
    if (at.parent instanceof Y.AbstractType) {
      depth = depthIn(at.parent);
      break;
    }
    // Until it is known: whoever comes back here lies within itself.
    depths.set(at, Number.POSITIVE_INFINITY);
    const above = idOf(at.parent);
    const next: Id | null = above ?? at.origin ?? at.rightOrigin;
    path.push({ struct: at, isAbove: above !== null });
    at = typeof at.parent === 'string' || !next ? null : find(next);
  }
  for (const { struct: one, isAbove } of path.reverse()) {
    depth += isAbove ? 1 : 0;
    depths.set(one, depth);
  }
  return depth;
}

function depthIn(type: Y.AbstractType<unknown>): number {
  let depth = 0;
  for (let item = type._item; item && depth <= roomLimits.typeDepth; depth += 1)
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  return depth;
}

/** What the document has already comes before what an update says of the same id, as it does when it is applied. */
function finderOf({ store }: Y.Doc, structs: readonly Struct[]): Finding['find'] {
  const clients = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = clients.get(struct.id.client) ?? [];
    own.push(struct);
    clients.set(struct.id.client, own);
  }
  return (id) => {
    const { client, clock } = id;
    if (clock < Y.getState(store, client)) return Y.getItem(store, Y.createID(client, clock));
    const own = clients.get(client) ?? [];
    // As long as they follow upon each other, which Yjs's own encoders make them do.
    let [from, to] = [0, own.length - 1];
    while (from <= to) {
      const middle = (from + to) >> 1;
      const struct = own[middle];
      if (!struct) return null;
      if (clock < struct.id.clock) to = middle - 1;
      else if (clock >= struct.id.clock + struct.length) from = middle + 1;
      else return struct;
    }
    return null;
  };
}

function idOf(parent: unknown): Id | null {
  return parent instanceof Y.ID ? parent : null;
}
