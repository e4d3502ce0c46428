import { sessionCookie } from '@pinpaint/rooms';
import { pathHeader, sessionHeader } from './pageHeaders.ts';

type Asked = { readonly cookies: string; readonly path: string; readonly publicUrl: string };

/** What our server tells a page of who asks for it. Whether a session is still good only the API knows; then the page hears 401. */
export function pageFacts({ cookies, path, publicUrl }: Asked) {
  const names = cookies.split(';').map((pair) => pair.split('=', 1)[0]?.trim());
  const isIn = names.includes(sessionCookie(publicUrl));
  return { [sessionHeader]: isIn ? 'yes' : 'no', [pathHeader]: path } as const;
}
