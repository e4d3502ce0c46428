import { createDecoder, type Decoder, readVarString } from 'lib0/decoding';
import { type Encoder, encode, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import type { ServerName } from './servers.ts';

/** Of y-protocols, in both dialects. */
export const [syncType, awarenessType] = [0, 1] as const;
export const [step1, step2, updateStep] = [0, 1, 2] as const;

/** What a server's clients speak: y-websocket's messages, or those with a document's name before each. */
export type Dialect = {
  /** What is said first. */
  readonly hello: readonly Uint8Array[];
  message(write: (encoder: Encoder) => void): Uint8Array;
  /** Up to a message's type. */
  read(message: Uint8Array): Decoder;
};

const hocuspocusRoom = 'bench';

/** @param name of a document, where it is not the address that says it */
export function dialectOf(server: ServerName, name = hocuspocusRoom): Dialect {
  return server === 'hocuspocus' ? hocuspocus(name) : yWebsocket;
}

export const yWebsocket: Dialect = {
  hello: [],
  message: encode,
  read: (message) => createDecoder(Uint8Array.from(message)),
};

const authType = 2;

function hocuspocus(name: string): Dialect {
  const message: Dialect['message'] = (write) =>
    encode((encoder) => {
      writeVarString(encoder, name);
      write(encoder);
    });
  const hello = message((encoder) => {
    writeVarUint(encoder, authType);
    writeVarUint(encoder, 0);
    writeVarString(encoder, 'anybody');
  });
  return {
    hello: [hello],
    message,
    read(bytes) {
      const decoder = createDecoder(Uint8Array.from(bytes));
      readVarString(decoder);
      return decoder;
    },
  };
}

/** A change, as whoever has made it tells it. */
export function updateMessage({ message }: Dialect, update: Uint8Array): Uint8Array {
  return message((encoder) => {
    writeVarUint(encoder, syncType);
    writeVarUint(encoder, updateStep);
    writeVarUint8Array(encoder, update);
  });
}
