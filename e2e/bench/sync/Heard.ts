import { performance } from 'node:perf_hooks';
import { readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';
import { awarenessType, type Dialect, syncType, updateStep, yWebsocket } from './dialects.ts';
import type { Person } from './Person.ts';

/** What the samples have heard, of all people. */
export class Heard {
  readonly cursorMs: number[] = [];
  readonly ageMs: number[] = [];
  readonly editMs: number[] = [];
  readonly #listeners: { readonly cursors: Map<number, Newest>; readonly edits: Map<number, Newest> }[] = [];
  #from = new Map<number, { readonly cursors: number; readonly edits: number }>();
  #people: readonly Person[] = [];
  readonly #dialect: Dialect;
  #isOn = false;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  begin(people: readonly Person[]): void {
    this.#people = people;
    this.#from = new Map(people.map(({ clientId, cursors, edits }) => [clientId, { cursors, edits }]));
    this.#isOn = true;
  }

  listener(): (message: Uint8Array) => void {
    const known = { cursors: new Map<number, Newest>(), edits: new Map<number, Newest>() };
    this.#listeners.push(known);
    const doc = new Y.Doc();
    doc.getMap<Shape>('shapes').observe(({ keysChanged, target }) => {
      const now = performance.now();
      for (const key of keysChanged) {
        const shape = (target as Y.Map<Shape>).get(key);
        if (!shape || (known.edits.get(shape.by)?.n ?? 0) >= shape.n) continue;
        known.edits.set(shape.by, shape);
        if (this.#isOn) this.editMs.push(now - shape.t);
      }
    });
    return (message) => {
      const decoder = this.#dialect.read(message);
      const type = readVarUint(decoder);
      if (type === syncType && readVarUint(decoder) === updateStep)
        Y.applyUpdate(doc, readVarUint8Array(decoder));
      if (type === awarenessType) this.#hearCursors(known.cursors, readVarUint8Array(decoder));
    };
  }

  #hearCursors(known: Map<number, Newest>, update: Uint8Array): void {
    const decoder = yWebsocket.read(update);
    const now = performance.now();
    for (let left = readVarUint(decoder); left > 0; left -= 1) {
      const clientId = readVarUint(decoder);
      readVarUint(decoder);
      const state = JSON.parse(readVarString(decoder)) as Newest | null;
      const before = known.get(clientId);
      if (!state || (before && before.n >= state.n)) continue;
      known.set(clientId, state);
      if (!this.#isOn) continue;
      this.cursorMs.push(now - state.t);
      if (before) this.ageMs.push(now - before.t);
    }
  }

  missing(sent: readonly { readonly cursors: number; readonly edits: number }[]): number {
    let [all, missed] = [0, 0];
    for (const [own, { cursors, edits }] of this.#listeners.entries()) {
      for (const [at, { clientId }] of this.#people.entries()) {
        // Who says something need not hear it.
        if (at === own) continue;
        const from = this.#from.get(clientId) ?? { cursors: 0, edits: 0 };
        const to = sent[at] ?? from;
        all += to.cursors - from.cursors + (to.edits - from.edits);
        missed += to.cursors - Math.max(from.cursors, cursors.get(clientId)?.n ?? 0);
        missed += to.edits - Math.max(from.edits, edits.get(clientId)?.n ?? 0);
      }
    }
    return all > 0 ? missed / all : 0;
  }
}

type Newest = { readonly n: number; readonly t: number };
type Shape = Newest & { readonly by: number };
