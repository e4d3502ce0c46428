/** How lists are read: those after `after`, at most `limit`. */
export type PageWish = { readonly after?: string | undefined; readonly limit: number };

export type Page<T> = {
  readonly items: readonly T[];
  /** The cursor for what comes next; null: this was all. */
  readonly next: string | null;
};

/**
 * Reads one row more than asked for, to know whether there is a next page.
 *
 * @example const rows = await db.board.findMany({ where: { …, ...afterId(wish) }, ...onePage(wish) });
 */
export function onePage({ limit }: PageWish) {
  return { orderBy: { id: 'asc' as const }, take: limit + 1 };
}

/** Ids are UUIDv7, so their order is the order in which things were made. */
export function afterId({ after }: PageWish) {
  return after ? { id: { gt: after } } : {};
}

/** As `onePage` and `afterId`, for lists that begin with the newest. */
export function newestPage({ after, limit }: PageWish) {
  return { where: after ? { id: { lt: after } } : {}, orderBy: { id: 'desc' as const }, take: limit + 1 };
}

/** @param rows as `onePage` or `newestPage` asked for them. */
export function toPage<R extends { readonly id: string }, T>(
  rows: readonly R[],
  { limit }: PageWish,
  view: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(view), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
