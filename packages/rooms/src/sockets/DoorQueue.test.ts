import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { DoorQueue } from './DoorQueue.ts';

it('lets so many of one address stand before the door, and any number of others', async () => {
  const queue = new DoorQueue({ trustedProxies: 0, atMost: 2 });
  const come = (remote: string) => queue.enter(asking(remote), new PassThrough());
  const [first, second, third, other] = ['a', 'a', 'a', 'b'].map(come);
  expect([first, second, third, other].map(Boolean)).toEqual([true, true, false, true]);
  first?.();
  expect([come('a'), come('a')].map(Boolean)).toEqual([true, false]);
});

it('forgets who goes away before anybody knows who it is', async () => {
  const queue = new DoorQueue({ trustedProxies: 0, atMost: 1 });
  const stream = new PassThrough();
  queue.enter(asking('a'), stream);
  stream.destroy();
  await new Promise((resolve) => stream.once('close', resolve));
  expect(queue.enter(asking('a'), new PassThrough())).not.toBeNull();
});

it('says to who is refused that there are too many, and when to come again', async () => {
  const queue = new DoorQueue({ trustedProxies: 0, atMost: 0 });
  const stream = new PassThrough();
  expect(queue.enter(asking('a'), stream)).toBeNull();
  expect(await text(stream)).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\nRetry-After: 2\r\n/);
  expect(stream.destroyed).toBe(true);
});

it('counts whom our own proxy has seen, not the proxy', () => {
  const queue = new DoorQueue({ trustedProxies: 1, atMost: 1 });
  const come = (forwarded: string) => queue.enter(asking('proxy', forwarded), new PassThrough());
  expect(['a', 'b', 'made up, a'].map(come).map(Boolean)).toEqual([true, true, false]);
});

function asking(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded ? { 'x-forwarded-for': forwarded } : {};
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}
