import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { isLoopback } from './isLoopback.ts';

const asked = (remoteAddress: string | undefined, headers: IncomingMessage['headers']) =>
  isLoopback({ socket: { remoteAddress } as IncomingMessage['socket'], headers });

it.each([
  ['127.0.0.1', 'localhost:3000'],
  ['::1', '[::1]:3000'],
  ['::ffff:127.0.0.1', '127.0.0.1:3000'],
  ['127.0.0.1', 'localhost'],
])('is at this machine: %s asks for %s', (address, host) => {
  expect(asked(address, { host })).toBe(true);
});

it.each([
  ['another machine', '192.168.1.20', { host: 'localhost:3000' }],
  ['another machine that looks alike', '127.0.0.1.evil', { host: 'localhost:3000' }],
  ['a socket that is gone', undefined, { host: 'localhost:3000' }],
  ['a name made to point here', '127.0.0.1', { host: 'rebound.example:3000' }],
  ['a name that begins alike', '127.0.0.1', { host: 'localhost.example:3000' }],
  ['no name', '127.0.0.1', {}],
  ['a proxy', '127.0.0.1', { host: 'localhost:3000', 'x-forwarded-for': '127.0.0.1' }],
  ['a proxy of the newer kind', '127.0.0.1', { host: 'localhost:3000', forwarded: 'for=127.0.0.1' }],
  ['a tunnel', '127.0.0.1', { host: 'localhost:3000', 'x-forwarded-host': 'x.example' }],
])('is not: %s', (_, address, headers) => {
  expect(asked(address, headers)).toBe(false);
});
