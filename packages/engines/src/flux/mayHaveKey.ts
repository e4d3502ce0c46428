/** Where to ask on is the service's to say; the key goes to its own hosts only, whatever it says. */
export function mayHaveKey(address: string, baseUrl: string): boolean {
  const [url, base] = [URL.parse(address), URL.parse(baseUrl)];
  if (!url || !base) return false;
  if (url.origin === base.origin) return true;
  return url.protocol === 'https:' && url.hostname.endsWith('.bfl.ai') && base.hostname.endsWith('.bfl.ai');
}
