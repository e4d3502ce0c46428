import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

type Asking = {
  /** At the other end of the line. */
  readonly remote: string | undefined;
  /** X-Forwarded-For */
  readonly forwarded: string | undefined;
};

/**
 * Where a request comes from: an address, or of version 6 the network of 64 bits that a single house has for
 * itself. Each proxy adds to X-Forwarded-For whom it saw; only what our own have added can be believed.
 */
export function clientAddress(
  { remote = 'unknown', forwarded = '' }: Asking,
  trustedProxies: number,
): string {
  const named = forwarded.split(',').map((address) => address.trim());
  const seen = [...named.filter(Boolean), remote];
  return networkOf(seen.at(-1 - trustedProxies) ?? seen.at(0) ?? 'unknown');
}

export function addressOfRequest({ socket, headers }: IncomingMessage, trustedProxies: number): string {
  const forwarded = headers['x-forwarded-for'];
  return clientAddress({ remote: socket.remoteAddress, forwarded: forwarded?.toString() }, trustedProxies);
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = [], tail = []] = plain.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
