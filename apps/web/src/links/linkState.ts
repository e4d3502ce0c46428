import type { ReviewLink } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { timeAgo } from '../ui/timeAgo.ts';

const { links } = texts;

export type LinkState = { readonly isOpen: boolean; readonly word: string };

/** Whether it still lets somebody in. */
export function linkState(
  { revokedAt, expiresAt }: Pick<ReviewLink, 'revokedAt' | 'expiresAt'>,
  now: Date,
): LinkState {
  if (revokedAt) return { isOpen: false, word: links.revoked(timeAgo(revokedAt, now)) };
  if (expiresAt && new Date(expiresAt) <= now) {
    return { isOpen: false, word: links.expired(timeAgo(expiresAt, now)) };
  }
  return { isOpen: true, word: links.works };
}

/** What who comes by it may do, in a few words. */
export function linkAllows({
  mayComment,
  maySignOff,
}: Pick<ReviewLink, 'mayComment' | 'maySignOff'>): string {
  const may = [...(mayComment ? [links.notes] : []), ...(maySignOff ? [links.signOffs] : [])];
  return may.length > 0 ? may.join(', ') : links.onlyLooks;
}
