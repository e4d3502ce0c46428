import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { awarenessType, type Dialect, updateMessage, yWebsocket } from './dialects.ts';
import type { WireClient } from './WireClient.ts';

/** Somebody who moves and writes. */
export class Person {
  readonly #client: WireClient;
  readonly #doc = new Y.Doc();
  readonly clientId: number;
  readonly #name: string;
  readonly #dialect: Dialect;
  cursors = 0;
  edits = 0;

  constructor(client: WireClient, at: number, dialect: Dialect) {
    this.#dialect = dialect;
    this.#client = client;
    this.#doc.clientID = 1_000_000_000 + at * 7_919;
    this.clientId = this.#doc.clientID;
    this.#name = `Person ${at}`;
    this.#doc.on('update', (update: Uint8Array) => this.#client.send(updateMessage(dialect, update)));
  }

  move(now: number): void {
    this.cursors += 1;
    const [x, y] = [Math.round(Math.random() * 4000), Math.round(Math.random() * 3000)];
    const state = {
      user: { name: this.#name, colour: '#e08a3c' },
      cursor: { x, y },
      n: this.cursors,
      // As exact as it matters; more digits would be most of what is sent.
      t: Math.round(now * 10) / 10,
    };
    this.#client.send(
      this.#dialect.message((encoder) => {
        writeVarUint(encoder, awarenessType);
        const update = yWebsocket.message((inner) => {
          for (const n of [1, this.clientId, this.cursors]) writeVarUint(inner, n);
          writeVarString(inner, JSON.stringify(state));
        });
        writeVarUint8Array(encoder, update);
      }),
    );
  }

  edit(now: number): void {
    this.edits += 1;
    const shape = { x: Math.random(), y: Math.random(), by: this.clientId, n: this.edits, t: now };
    this.#doc.getMap('shapes').set(`${this.clientId}-${this.edits % 20}`, shape);
  }
}
