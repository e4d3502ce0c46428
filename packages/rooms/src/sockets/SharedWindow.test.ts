import { createInflateRaw } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Packet } from './Packet.ts';
import { ReaderWindow } from './ReaderWindow.ts';
import { SharedWindow, windowBytes } from './SharedWindow.ts';

const cursors = (n: number, people = 20) =>
  Buffer.from(
    Array.from(
      { length: people },
      (_, at) => `{"name":"Person ${at}","x":${(n * 7919 + at * 31) % 4001}}`,
    ).join(),
  );

/** What a browser does with the frames it gets, one stream for all of them. */
class Inflater {
  readonly #stream = createInflateRaw();
  readonly #out: Buffer[] = [];
  #failed: Error | null = null;

  constructor() {
    this.#stream.on('data', (data: Buffer) => this.#out.push(data));
    this.#stream.on('error', (error) => {
      this.#failed = error;
    });
  }

  async hear(frame: Buffer): Promise<string> {
    const [head = 0, short = 0] = frame;
    const payload = frame.subarray(short < 126 ? 2 : short === 126 ? 4 : 10);
    if (!(head & 0x40)) return payload.toString();
    await new Promise((resolve) => {
      this.#stream.write(Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])]), resolve);
    });
    if (this.#failed) throw this.#failed;
    return Buffer.concat(this.#out.splice(0)).toString();
  }
}

it('who has heard all so far gets less than who has not', () => {
  const [room, reader] = [new SharedWindow(), new ReaderWindow()];
  reader.frameOf(room.packet(cursors(1)));
  const packet = room.packet(cursors(2));
  expect(reader.frameOf(packet).length).toBeLessThan(packet.deflated.length * 0.8);
  expect(new ReaderWindow().frameOf(packet)).toBe(packet.deflated);
});

it('the frame is the same for all who have heard the same', () => {
  const room = new SharedWindow();
  const readers = [new ReaderWindow(), new ReaderWindow()];
  const frames = [1, 2, 3].map((n) => {
    const packet = room.packet(cursors(n));
    return readers.map((reader) => reader.frameOf(packet));
  });
  for (const [one, other] of frames) expect(one).toBe(other);
});

it('who comes later gets the same as the others once they have heard as much as can be referred to', () => {
  const [room, reader, late] = [new SharedWindow(), new ReaderWindow(), new ReaderWindow()];
  reader.frameOf(room.packet(cursors(0)));
  let told = 0;
  for (let n = 1; told < 2 * windowBytes; n += 1) {
    const packet = room.packet(cursors(n));
    const isCaughtUp = told >= windowBytes;
    expect(late.frameOf(packet) === reader.frameOf(packet), `after ${told} bytes`).toBe(isCaughtUp);
    told += packet.message.length;
  }
});

/** Of a room: told to all; to one alone; or to all but one, who was too slow. */
const step = fc.record({
  kind: fc.constantFrom('all', 'all', 'all', 'all', 'alone', 'missed', 'enters'),
  reader: fc.nat(3),
  people: fc.oneof(fc.nat(40), fc.constantFrom(1_200, 3_000)),
});

it('whatever somebody misses or is told alone, each inflates what was meant', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const room = new SharedWindow();
      const enter = () => ({ window: new ReaderWindow(), inflater: new Inflater() });
      const readers = [enter(), enter(), enter(), enter()];
      for (const [n, { kind, reader, people }] of steps.entries()) {
        if (kind === 'enters') readers[reader] = enter();
        const packet = kind === 'alone' ? new Packet(cursors(n, people)) : room.packet(cursors(n, people));
        for (const [at, { window, inflater }] of readers.entries()) {
          if (at === reader ? kind === 'missed' : kind === 'alone') continue;
          expect(await inflater.hear(window.frameOf(packet))).toBe(cursors(n, people).toString());
        }
      }
    }),
    { numRuns: 60 },
  );
});
