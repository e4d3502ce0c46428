import { guestCookie } from '@pinpaint/rooms';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

/** Links live for months; the link's own end is what counts, this only bounds what a browser keeps. */
const maxAgeSeconds = 180 * 24 * 60 * 60;

/** Lax and not Strict: the page of a link is opened from a mail, and must know its guest at once. */
export function setGuestCookie(c: Context, secret: string, publicUrl: string): void {
  const secure = publicUrl.startsWith('https:');
  setCookie(c, guestCookie, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    maxAge: maxAgeSeconds,
  });
}
