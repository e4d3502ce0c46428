type Closing = { readonly revokedAt: Date | null; readonly expiresAt: Date | null };

/** Why a link no longer lets anybody in; null while it does. */
export function closedLink({ revokedAt, expiresAt }: Closing, now: Date) {
  if (revokedAt) return 'link.revoked';
  return expiresAt && expiresAt <= now ? 'link.expired' : null;
}
