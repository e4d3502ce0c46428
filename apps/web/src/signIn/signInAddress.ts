/** Where to sign in, and where to be afterwards. @param wish path and query of the page one came to. */
export function signInAddress(wish: string): string {
  // Next's own mark on requests for a part of a page.
  const to = wish.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return `/sign-in?${new URLSearchParams({ to })}`;
}
