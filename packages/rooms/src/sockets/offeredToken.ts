import type { IncomingMessage } from 'node:http';

/** The token that a client names beside the sub-protocol, which keeps it out of URLs and logs. */
export function offeredToken(
  { headers }: Pick<IncomingMessage, 'headers'>,
  protocol: string,
): string | undefined {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.find((name) => name !== protocol && name !== '');
}
