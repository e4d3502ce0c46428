import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { claimPort } from './claimPort.ts';
import { freePort } from './freePort.ts';

const loopback = '127.0.0.1';

it('gives back the port that can be listened on', async () => {
  const port = await freePort();
  // Where no connection that goes out is given it meanwhile.
  expect(port).toBeLessThan(32_768);
  expect(await claimPort(loopback, port)).toEqual({ ok: true, value: port });
});

it('says in one line that somebody else listens there', async () => {
  const port = await freePort();
  const other = createServer().listen(port, loopback);
  await once(other, 'listening');
  expect(await claimPort(loopback, port)).toEqual({
    ok: false,
    error: {
      code: 'config.wrong-value',
      name: 'PORT',
      says: `PORT ${port} is in use by another program; stop it or set PORT to another one.`,
    },
  });
  other.close();
});

it('says in one line that the address is not of this machine', async () => {
  // From a range that the standards keep for documentation (RFC 5737).
  expect(await claimPort('192.0.2.1', 0)).toMatchObject({
    ok: false,
    error: { name: 'HOST', says: 'HOST 192.0.2.1 is no address of this machine.' },
  });
});
