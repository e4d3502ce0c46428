/** New for each wish. `crypto.randomUUID` is missing on a phone that came by plain HTTP over the studio's network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
