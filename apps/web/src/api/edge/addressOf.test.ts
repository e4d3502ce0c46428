import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { addressOf } from './addressOf.ts';

async function seen(socket: string | undefined, { forwarded = '', trustedProxies = 0 } = {}) {
  const app = new Hono().get('/', (c) => c.text(addressOf(c, trustedProxies)));
  const env = socket ? { incoming: { socket: { remoteAddress: socket } } } : undefined;
  const headers: HeadersInit = forwarded ? { 'x-forwarded-for': forwarded } : {};
  return (await app.request('/', { headers }, env)).text();
}

it('is who holds the other end of the line, whatever a header says', async () => {
  expect(await seen('203.0.113.7')).toBe('203.0.113.7');
  expect(await seen('203.0.113.7', { forwarded: '198.51.100.1' })).toBe('203.0.113.7');
  expect(await seen(undefined)).toBe('unknown');
});

it.each([
  ['what the one proxy saw', '198.51.100.1', 1, '198.51.100.1'],
  ['not what was made up before it', '10.9.9.9, 198.51.100.1', 1, '198.51.100.1'],
  ['what the outer of two saw', '10.9.9.9, 198.51.100.1, 192.0.2.4', 2, '198.51.100.1'],
  ['the proxy’s own where it names nobody', '', 1, '203.0.113.7'],
])('behind proxies is %s', async (_, forwarded, trustedProxies, expected) => {
  expect(await seen('203.0.113.7', { forwarded, trustedProxies })).toBe(expected);
});

it.each([
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
])('of %s is %s: one house has a whole network of version 6', async (socket, expected) => {
  expect(await seen(socket)).toBe(expected);
});
