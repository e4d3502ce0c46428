import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { awarenessType, type Dialect, updateMessage, yWebsocket } from './dialects.ts';
import { WireClient } from './WireClient.ts';

/** Somebody who comes back to their room again and again with what they have. */
export class Visitor {
  readonly #doc = new Y.Doc();
  readonly #dialect: Dialect;
  readonly #name: string;
  #client: WireClient | null = null;
  #clock = 0;
  edits = 0;

  constructor(name: string, dialect: Dialect) {
    this.#name = name;
    this.#dialect = dialect;
    this.#doc.on('update', (update: Uint8Array) => this.#client?.send(updateMessage(dialect, update)));
  }

  async come(url: string): Promise<void> {
    const client = new WireClient(url, null);
    await client.opened();
    for (const message of this.#dialect.hello) client.send(message);
    // What was under way when they left may not have come through.
    client.send(updateMessage(this.#dialect, Y.encodeStateAsUpdate(this.#doc)));
    this.#client = client;
  }

  get isThere(): boolean {
    return this.#client !== null && this.#client.closedWith === null;
  }

  leave(): void {
    this.#client?.close();
    this.#client = null;
  }

  /** Always the same thing, as who drags it does: Yjs then keeps one trace of all that was, and the document does not grow. */
  edit(): void {
    this.edits += 1;
    const shape = { x: Math.random(), y: Math.random(), n: this.edits };
    this.#doc.getMap('shapes').set(this.#name, shape);
  }

  move(): void {
    this.#clock += 1;
    const state = JSON.stringify({
      user: { name: this.#name },
      cursor: { x: Math.random(), y: Math.random() },
    });
    this.#client?.send(
      this.#dialect.message((encoder) => {
        writeVarUint(encoder, awarenessType);
        const update = yWebsocket.message((inner) => {
          for (const n of [1, this.#doc.clientID, this.#clock]) writeVarUint(inner, n);
          writeVarString(inner, state);
        });
        writeVarUint8Array(encoder, update);
      }),
    );
  }
}
