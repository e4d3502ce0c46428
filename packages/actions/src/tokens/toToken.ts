import type { Prisma } from '@pinpaint/db';
import type { TokenId } from '@pinpaint/domain';

export type Token = {
  readonly id: TokenId;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To the minute. */
  readonly lastUsedAt: string | null;
};

/** The secret is null unless it was made just now: only its hash is kept. */
export type MadeToken = { readonly token: Token; readonly secret: string | null };

export function toToken(row: Prisma.ApiTokenModel): Token {
  return {
    id: row.id as TokenId,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
