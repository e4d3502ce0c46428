import type { Db, Tx } from '@pinpaint/db';

/** By id, of people and guests alike. Who was erased has none. */
export type Names = ReadonlyMap<string, string>;

/** Somebody, as a screen names them. */
export type Author = {
  readonly kind: 'person' | 'guest';
  readonly id: string;
  /** null: erased. */
  readonly name: string | null;
};

type AuthorColumns = { readonly byPersonId: string | null; readonly byGuestId: string | null };

/** What all these rows' authors are called: two reads, however many there are. */
export async function namesOf(db: Db | Tx, ids: Iterable<string | null>): Promise<Names> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const wanted = { where: { id: { in: known } }, select: { id: true, name: true } };
  const [people, guests] = await Promise.all([db.person.findMany(wanted), db.guest.findMany(wanted)]);
  return new Map([...people, ...guests].map(({ id, name }) => [id, name]));
}

export function authorIds({ byPersonId, byGuestId }: AuthorColumns): readonly (string | null)[] {
  return [byPersonId, byGuestId];
}

export function toAuthor({ byPersonId, byGuestId }: AuthorColumns, names: Names): Author {
  const id = byGuestId ?? byPersonId ?? '';
  return { kind: byGuestId ? 'guest' : 'person', id, name: names.get(id) || null };
}
