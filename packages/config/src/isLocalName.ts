/** Whether a host's name means the very machine that asks for it. */
export function isLocalName(host: string): boolean {
  return /^(?:localhost|127\..*|::1|\[::1\])$/i.test(host);
}
