import { readFileSync } from 'node:fs';
import type { Offset } from './offset.ts';
import type { Reach } from './reach.ts';
import { createAgreement, createTrust } from './voteWeight.ts';

/** What `wasm/heal.ts` exports; pointers are bytes in the kernel's memory. */
type Calls = {
  useLevel(...levelAndPlanes: number[]): void;
  useField(source: number, cost: number, energy: number, perWeight: number): void;
  useReach(acrossPx: number, downPx: number, atLeastPx: number, distrust: number): void;
  useBallot(trust: number, agreement: number): void;
  seed(value: number): void;
  usePrices(prices: number): void;
  weighPatches(): void;
  refreshCosts(): void;
  searchPass(offsets: number, count: number, backward: number, widest: number): void;
  measureEnergies(): number;
  voteHoles(): void;
  electHoles(): void;
  electPlaces(pixels: number, count: number, places: number): void;
  useCoarse(width: number, height: number, source: number, rgba: number, scale: number): void;
  scaleField(): void;
  sketchHoles(): void;
};

/** Memory that WebAssembly computes in, and what it can do there. Planes are given out and never taken back. */
export type Kernel = {
  readonly calls: Calls;
  bytes(length: number): Uint8Array<ArrayBuffer>;
  shorts(length: number): Uint16Array<ArrayBuffer>;
  ints(length: number): Int32Array<ArrayBuffer>;
  floats(length: number): Float32Array<ArrayBuffer>;
  /** How much less a patch's word counts with each pixel that it lies deeper, see `createTrust`. */
  useVoteBase(base: number): void;
  /** Writes them where `searchPass` finds them. @returns that place */
  offsets(moves: readonly Offset[]): number;
};

const mostMoves = 64;
const pageBytes = 65_536;
/** A row of a patch is read eight pixels long, of which the last may lie behind a plane's end. */
const roomBytes = 64;

let compiled: WebAssembly.Module | null = null;

/** @param capacity bytes of all planes that will be asked for; what is never written costs nothing */
export function openKernel(capacity: number): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./generated/heal.wasm', import.meta.url)));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(capacity / pageBytes) + 2 });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const buffer = memory.buffer;
  let next = pageBytes;
  const take = (bytes: number): number => {
    const at = next;
    next = at + Math.ceil((bytes + roomBytes) / 16) * 16;
    if (next > buffer.byteLength) throw new RangeError(`openKernel: ${capacity} bytes do not do`);
    return at;
  };
  const floats = (length: number): Float32Array<ArrayBuffer> =>
    new Float32Array(buffer, take(length * 4), length);
  const keep = (table: Float32Array): number => placed(floats(table.length), table).byteOffset;
  const calls = exports as unknown as Calls;
  const moves = new Int32Array(buffer, take(mostMoves * 8), mostMoves * 2);
  const agreement = keep(createAgreement());
  const trusts = new Map<number, number>();
  return {
    calls,
    useVoteBase(base) {
      const trust = trusts.get(base) ?? keep(createTrust(base));
      trusts.set(base, trust);
      calls.useBallot(trust, agreement);
    },
    offsets(wanted) {
      for (const [index, { dx, dy }] of wanted.slice(0, mostMoves).entries()) moves.set([dx, dy], index * 2);
      return moves.byteOffset;
    },
    bytes: (length) => new Uint8Array(buffer, take(length), length),
    shorts: (length) => new Uint16Array(buffer, take(length * 2), length),
    ints: (length) => new Int32Array(buffer, take(length * 4), length),
    floats,
  };
}

/** Copies a plane into one of the kernel's. @returns that */
export function placed<Plane extends Uint8Array | Uint16Array | Int32Array | Float32Array>(
  into: Plane,
  values: Plane,
): Plane {
  into.set(values);
  return into;
}

/** Room for a sum of two in 32 bits. */
const farthest = 0x3fffffff;

/** How far patches may be fetched from; pixels of the level in use. */
export function useReach(calls: Calls, reach: Reach): void {
  calls.useReach(
    Math.min(farthest, reach.acrossPx),
    Math.min(farthest, reach.downPx),
    Math.min(farthest, reach.atLeastPx),
    reach.distrust,
  );
}
