/** Many updates in one piece of memory, which is handed over to another thread instead of being copied. */
export type PackedUpdates = {
  /** One behind the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
};

export function packUpdates(updates: readonly Uint8Array[]): PackedUpdates {
  const lengths = updates.map(({ length }) => length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.length;
  }
  return { bytes, lengths };
}

/** Views of the one piece. */
export function unpackUpdates({ bytes, lengths }: PackedUpdates): readonly Uint8Array[] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}
