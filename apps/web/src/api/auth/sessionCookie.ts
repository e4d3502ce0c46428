import { sessionDays } from '@pinpaint/actions';
import { sessionCookie } from '@pinpaint/rooms';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

/** Lax and not Strict: a link to a board in a mail must find its reader signed in. */
function optionsFor(publicUrl: string) {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure: publicUrl.startsWith('https:') } as const;
}

export function setSessionCookie(c: Context, secret: string, publicUrl: string): void {
  const maxAge = sessionDays * 24 * 60 * 60;
  setCookie(c, sessionCookie(publicUrl), secret, { ...optionsFor(publicUrl), maxAge });
}

export function forgetSessionCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, sessionCookie(publicUrl), optionsFor(publicUrl));
}
