import type { ClientVersion } from '../../data/types.ts';
import { type OwnWord, ownWord } from './ownWord.ts';
import { isOriginal, shownVersion } from './shownVersion.ts';

/** How far a picture has come for one guest. */
export type VersionStage =
  | { readonly kind: 'none' }
  /** The picture as it came, which nothing has been changed in yet. */
  | { readonly kind: 'first'; readonly version: ClientVersion }
  /** Waits for this guest to look. */
  | { readonly kind: 'new'; readonly version: ClientVersion }
  | { readonly kind: 'said'; readonly version: ClientVersion; readonly word: OwnWord }
  /** The studio works on what comes after this one. */
  | { readonly kind: 'awaited'; readonly version: ClientVersion; readonly word: OwnWord | null }
  | { readonly kind: 'final'; readonly version: ClientVersion };

export function versionStage(versions: readonly ClientVersion[], guestId: string): VersionStage {
  const [newest] = versions;
  if (newest?.state === 'changes_requested') {
    return { kind: 'awaited', version: newest, word: ownWord(newest, guestId) };
  }
  const version = shownVersion(versions);
  if (!version) return { kind: 'none' };
  if (version.state === 'approved') return { kind: 'final', version };
  const word = ownWord(version, guestId);
  if (word) return { kind: 'said', version, word };
  return { kind: isOriginal(version) ? 'first' : 'new', version };
}
