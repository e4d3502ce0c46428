import { messageTypes } from '@pinpaint/board';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { type PresenceEntry, readPresence } from '../presence.ts';
import type { TestClient } from './openTestRoom.ts';

export function entryOf({ doc }: TestClient, clock: number, state: string): PresenceEntry {
  return { clientId: doc.clientID, clock, state };
}

/** All that a client has been told of others, in order. */
export function presenceHeard({ heard }: TestClient): PresenceEntry[] {
  return heard.flatMap((message) => {
    const decoder = createDecoder(message);
    return readVarUint(decoder) === messageTypes.awareness ? readPresence(readVarUint8Array(decoder)) : [];
  });
}
