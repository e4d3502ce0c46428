import { encode, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import * as Y from 'yjs';

/** Types inside of types, too many for the stack when the outermost is deleted: it throws in the middle of that. */
export function deepNest(
  depth = 30_000,
  doc = new Y.Doc(),
): { readonly nest: Uint8Array; readonly itsEnd: Uint8Array } {
  doc.transact(() => {
    let at: Y.Map<unknown> = doc.getMap('nest');
    for (let n = 0; n < depth; n += 1) {
      const inner = new Y.Map<unknown>();
      at.set('in', inner);
      at = inner;
    }
  });
  const itsEnd = encode((encoder) => {
    for (const n of [0, 1, doc.clientID, 1, 0, 1]) writeVarUint(encoder, n);
  });
  return { nest: Y.encodeStateAsUpdate(doc), itsEnd };
}

/** The same as one message for each type, so that no single one is deep. */
export function nestOneByOne(depth: number): readonly Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  let at: Y.Map<unknown> = doc.getMap('nest');
  for (let n = 0; n < depth; n += 1) {
    const inner = new Y.Map<unknown>();
    at.set('in', inner);
    at = inner;
  }
  return updates;
}

/** Yjs's format by hand: clients, each with structs from a clock on; nothing deleted. */
type Block = {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly (readonly number[])[];
};

export function updateOf(blocks: readonly Block[]): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, blocks.length);
    for (const { client, clock, structs } of blocks) {
      for (const n of [structs.length, client, clock]) writeVarUint(encoder, n);
      for (const struct of structs) for (const n of struct) writeVarUint(encoder, n);
    }
    writeVarUint(encoder, 0);
  });
}

/** A value in a map, as whatever the content's bytes say. */
export function valueUpdate(client: number, info: number, content: readonly number[]): Uint8Array {
  return encode((encoder) => {
    for (const n of [1, 1, client, 0, info | 0x20, 1]) writeVarUint(encoder, n);
    writeVarString(encoder, 'stickies');
    writeVarString(encoder, 'key');
    writeUint8Array(encoder, Uint8Array.from(content));
    writeVarUint(encoder, 0);
  });
}
