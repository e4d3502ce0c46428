import { readFileSync } from 'node:fs';
import type { Offset } from './offset.ts';
import { createAgreement, createTrust } from './voteWeight.ts';

/** What `wasm/heal.ts` exports; pointers are bytes in the kernel's memory. */
type Calls = {
  useLevel(...levelAndPlanes: number[]): void;
  useField(source: number, cost: number, energy: number, perWeight: number): void;
  useReach(acrossPx: number, downPx: number, atLeastPx: number): void;
  useBallot(trust: number, agreement: number): void;
  seed(value: number): void;
  weighPatches(): void;
  refreshCosts(): void;
  searchPass(offsets: number, count: number, backward: number, widest: number): void;
  measureEnergies(): number;
  voteHoles(): void;
  electHoles(): void;
};

/** Memory that WebAssembly computes in, and what it can do there. Planes are given out and never taken back. */
export type Kernel = {
  readonly calls: Calls;
  bytes(length: number): Uint8Array<ArrayBuffer>;
  shorts(length: number): Uint16Array<ArrayBuffer>;
  ints(length: number): Int32Array<ArrayBuffer>;
  floats(length: number): Float32Array<ArrayBuffer>;
  /** Writes them where `searchPass` finds them. @returns that place */
  offsets(moves: readonly Offset[]): number;
};

/**
 * Softer than the last vote's 2: while the picture is still being decided, a steep base only pushes the rim
 * inwards, and a side that has no far rim (an extend) breaks into slats (seen on wide-16x9 and tree-off).
 */
const voteBase = 1.5;
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
  const keep = (table: Float32Array): number => {
    const at = take(table.byteLength);
    new Float32Array(buffer, at, table.length).set(table);
    return at;
  };
  const calls = exports as unknown as Calls;
  const moves = new Int32Array(buffer, take(mostMoves * 8), mostMoves * 2);
  calls.useBallot(keep(createTrust(voteBase)), keep(createAgreement()));
  return {
    calls,
    offsets(wanted) {
      for (const [index, { dx, dy }] of wanted.slice(0, mostMoves).entries()) moves.set([dx, dy], index * 2);
      return moves.byteOffset;
    },
    bytes: (length) => new Uint8Array(buffer, take(length), length),
    shorts: (length) => new Uint16Array(buffer, take(length * 2), length),
    ints: (length) => new Int32Array(buffer, take(length * 4), length),
    floats: (length) => new Float32Array(buffer, take(length * 4), length),
  };
}
