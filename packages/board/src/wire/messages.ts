import { type Decoder, readVarUint } from 'lib0/decoding';
import { encode, writeVarString, writeVarUint } from 'lib0/encoding';

/** The sub-protocol a client asks for; its token is the second one it names. */
export const roomProtocol = 'pinpaint.room.1';

/** Message types of y-websocket, and from 100 on ours, which its clients take by `messageHandlers`. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  news: 101,
  refused: 102,
} as const;

/**
 * That what a client has sent is kept and survives the server's death. A state vector could not say so,
 * for what only deletes does not move it.
 */
export type Saved = {
  /** How many of this connection's sync messages with changes (step 2 and updates) are kept, from its opening on. */
  readonly messages: number;
  /** Up to where the board's log was then. */
  readonly logSeq: number;
};

export function savedMessage({ messages, logSeq }: Saved): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.saved);
    writeVarUint(encoder, messages);
    writeVarUint(encoder, logSeq);
  });
}

/** @param decoder behind the message's type, as y-websocket hands it to `messageHandlers`. */
export function readSaved(decoder: Decoder): Saved {
  return { messages: readVarUint(decoder), logSeq: readVarUint(decoder) };
}

/**
 * That nothing more of what changes the document is taken on this connection, since it could not be kept; reading goes
 * on. Once all that was taken before is kept, the server closes it, and whoever comes back brings the rest.
 */
export function refusedMessage(): Uint8Array {
  return encode((encoder) => writeVarUint(encoder, messageTypes.refused));
}

/** @param json the same as the news socket sends. */
export function roomNewsMessage(json: string): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.news);
    writeVarString(encoder, json);
  });
}
