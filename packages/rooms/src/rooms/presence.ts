import { messageTypes } from '@pinpaint/board';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { encode, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';

/** Of y-protocols' awareness, one client's part. `state` is JSON; `null` says that they are gone. */
export type PresenceEntry = { readonly clientId: number; readonly clock: number; readonly state: string };

/** @throws on what is no awareness update. */
export function readPresence(update: Uint8Array): PresenceEntry[] {
  const decoder = createDecoder(update);
  const count = readVarUint(decoder);
  const entries: PresenceEntry[] = [];
  for (let n = 0; n < count; n += 1) {
    const clientId = readVarUint(decoder);
    const clock = readVarUint(decoder);
    entries.push({ clientId, clock, state: readVarString(decoder) });
  }
  return entries;
}

export function presenceMessage(entries: readonly PresenceEntry[]): Uint8Array {
  const update = encode((encoder) => {
    writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      writeVarUint(encoder, clientId);
      writeVarUint(encoder, clock);
      writeVarString(encoder, state);
    }
  });
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.awareness);
    writeVarUint8Array(encoder, update);
  });
}

/** Whether others' programs can read it: one that is no JSON would throw in each of them. */
export function isPresenceState(state: string): boolean {
  try {
    const value: unknown = JSON.parse(state);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
