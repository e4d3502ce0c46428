/** A guest's cookie, as the API sets it. */
export const guestCookie = 'pinpaint_guest';

/** Under TLS with the prefix that keeps a neighbouring subdomain from setting it (RFC 6265bis, 4.1.3.2). */
export function sessionCookie(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-pinpaint_session' : 'pinpaint_session';
}

export type CookieCarrier = {
  /** The Cookie header. */
  readonly cookies: string;
  /** With its query. */
  readonly url: string;
  readonly publicUrl: string;
};

/**
 * The secret a browser brings. Somebody of the studio who has also opened a review link has two cookies:
 * then the session counts, unless the page asks `?as=guest`, which can only take rights away.
 */
export function secretOfCookies({ cookies, url, publicUrl }: CookieCarrier): string | null {
  const guest = cookieNamed(guestCookie, cookies);
  const asGuest = new URLSearchParams(url.split('?')[1]).get('as') === 'guest';
  return asGuest ? guest : (cookieNamed(sessionCookie(publicUrl), cookies) ?? guest);
}

function cookieNamed(name: string, header: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
