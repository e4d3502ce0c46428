import type { ClientVersion } from '../../data/types.ts';

export type OwnWord = {
  readonly kind: 'sign_off' | 'sign_off_changes';
  readonly at: string;
  readonly comment: string | null;
};

/** What this guest has said about a version last; null: nothing yet. */
export function ownWord({ decisions }: ClientVersion, guestId: string): OwnWord | null {
  const own = decisions.findLast(({ by }) => by.kind === 'guest' && by.id === guestId);
  if (own?.kind !== 'sign_off' && own?.kind !== 'sign_off_changes') return null;
  return { kind: own.kind, at: own.at, comment: own.comment };
}
