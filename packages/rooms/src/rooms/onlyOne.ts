/** The one that all of them are; null where they differ, or there are none. */
export function onlyOne<T>(all: readonly T[]): T | null {
  const [first, ...others] = new Set(all);
  return first !== undefined && others.length === 0 ? first : null;
}
