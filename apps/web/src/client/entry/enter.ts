import { ApiError } from '../../data/ApiError.ts';
import { guestApi } from '../../data/api.ts';
import type { LinkLook, Review } from '../../data/types.ts';

/** How far somebody who opened a link has come. */
export type Entry =
  | { readonly at: 'looking' }
  | { readonly at: 'unreachable'; readonly details: string }
  | { readonly at: 'closed'; readonly why: 'revoked' | 'expired' | 'unknown' }
  | { readonly at: 'asking'; readonly look: LinkLook }
  | { readonly at: 'in'; readonly review: Review };

/** What a link asks for, and whether this browser has come in by this very one already. */
export async function lookAt(token: string): Promise<Entry> {
  try {
    const look = await guestApi.post<LinkLook>('/review/look', { token });
    return look.review ? { at: 'in', review: look.review } : { at: 'asking', look };
  } catch (error) {
    return notOpened(error);
  }
}

export type Credentials = {
  readonly name: string;
  readonly password?: string;
  readonly email?: string;
  readonly code?: string;
};

export async function enter(token: string, credentials: Credentials): Promise<Review> {
  const { review } = await guestApi.post<{ review: Review }>('/review/enter', { token, ...credentials });
  return review;
}

export async function askForCode(token: string, email: string): Promise<void> {
  await guestApi.post('/review/code', { token, email });
}

function notOpened(error: unknown): Entry {
  if (!(error instanceof ApiError)) throw error;
  const why = closings[error.code];
  if (why) return { at: 'closed', why };
  return { at: 'unreachable', details: error.details };
}

const closings: Readonly<Record<string, 'revoked' | 'expired' | 'unknown'>> = {
  'link.revoked': 'revoked',
  'link.expired': 'expired',
  'link.not-found': 'unknown',
  'request.wrong-input': 'unknown',
};
