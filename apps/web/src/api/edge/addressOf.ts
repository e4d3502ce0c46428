import { isIPv6 } from 'node:net';
import type { Context } from 'hono';

/**
 * Where a request comes from: an address, or of version 6 the network of 64 bits that a single house has for
 * itself. Each proxy adds to X-Forwarded-For whom it saw; only what our own have added can be believed.
 */
export function addressOf(c: Context, trustedProxies: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  const seen = [...forwarded.filter(Boolean), socketAddress(c.env)];
  return networkOf(seen.at(-1 - trustedProxies) ?? seen.at(0) ?? 'unknown');
}

/** As the Node server hands it on; tests that ask without a network have none. */
function socketAddress(env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = [], tail = []] = plain.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
