import { constants, inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Packet } from './Packet.ts';

const message = (length: number) => Uint8Array.from({ length }, (_, at) => at % 7);

it.each([
  [1, 2, [0x82, 1]],
  [126, 4, [0x82, 126, 0, 126]],
  [70_000, 10, [0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70]],
])('a message of %i bytes goes as one frame with %i before it', (length, headBytes, head) => {
  const { plain } = new Packet(message(length));
  expect([...plain.subarray(0, headBytes)]).toEqual(head);
  expect(Uint8Array.from(plain.subarray(headBytes))).toEqual(message(length));
});

it('is deflated without what RFC 7692 leaves out, and so that nothing before it is needed', () => {
  const { deflated } = new Packet(message(1000));
  expect(deflated[0]).toBe(0x82 | 0x40);
  const body = Buffer.concat([deflated.subarray(2), Buffer.from([0, 0, 0xff, 0xff])]);
  const inflated = inflateRawSync(body, { finishFlush: constants.Z_SYNC_FLUSH });
  expect(Uint8Array.from(inflated)).toEqual(message(1000));
});

it('goes as it is where deflating would save nothing', () => {
  const packet = new Packet(message(20));
  expect(packet.deflated).toBe(packet.plain);
});

it('goes as it is while a long one is still being deflated, and deflated from then on', async () => {
  const packet = new Packet(message(1_000_000));
  expect(packet.deflated).toBe(packet.plain);
  await expect.poll(() => packet.deflated.length).toBeLessThan(100_000);
});
