/** Where to go after signing in: a path of this site, whatever an address may try to be taken for one. */
export function pathWithin(wish: string | undefined | null): string {
  if (!wish?.startsWith('/') || wish.length > 2000) return '/';
  const here = 'http://here.invalid';
  const url = URL.parse(wish, here);
  return url?.origin === here ? url.pathname + url.search + url.hash : '/';
}
