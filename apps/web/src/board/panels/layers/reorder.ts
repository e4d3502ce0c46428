/**
 * Takes one out of a list and puts it where another stands; all between move up.
 *
 * @param to where it stands afterwards; beyond an end is the end
 */
export function moveTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const moved = list[from];
  if (moved === undefined) return list;
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.min(rest.length, Math.max(0, to)), 0, moved);
}
