/** Many updates in one piece of memory, which is handed over to another thread instead of being copied. */
export type PackedUpdates = {
  /** One behind the other. Nobody else's memory: who hands it over can't read it any more. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
};

/** Views of the one piece. */
export function unpackUpdates({ bytes, lengths }: PackedUpdates): readonly Uint8Array[] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}
