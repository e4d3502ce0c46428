import { messageTypes } from '@pinpaint/board';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { encode, writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';

/** Of y-protocols' awareness, one client's part. `state` is JSON; `null` says that they are gone. */
export type PresenceEntry = { readonly clientId: number; readonly clock: number; readonly state: string };

/** The same, as the bytes it came in. */
export type RawPresence = {
  readonly clientId: number;
  readonly clock: number;
  readonly state: Uint8Array;
  /** All of it, as it goes into another update. */
  readonly part: Uint8Array;
};

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

/**
 * One client's part of an update, without a look into the others': standard clients send back all that they hear.
 *
 * @param wanted null: whoever is first
 * @throws on what is no awareness update
 */
export function findPresence(update: Uint8Array, wanted: number | null): RawPresence | null {
  const decoder = createDecoder(update);
  for (let left = readVarUint(decoder); left > 0; left -= 1) {
    const from = decoder.pos;
    const clientId = readVarUint(decoder);
    const clock = readVarUint(decoder);
    const state = readVarUint8Array(decoder);
    if (wanted === null || clientId === wanted)
      return { clientId, clock, state, part: update.slice(from, decoder.pos) };
  }
  return null;
}

export function presenceMessage(entries: readonly PresenceEntry[]): Uint8Array {
  return messageOfParts(entries.map(presencePart));
}

/** One client's part, as it goes into an update. */
export function presencePart({ clientId, clock, state }: PresenceEntry): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, clientId);
    writeVarUint(encoder, clock);
    writeVarString(encoder, state);
  });
}

export function messageOfParts(parts: readonly Uint8Array[]): Uint8Array {
  const update = encode((encoder) => {
    writeVarUint(encoder, parts.length);
    for (const part of parts) writeUint8Array(encoder, part);
  });
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.awareness);
    writeVarUint8Array(encoder, update);
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Whether others' programs can read it: one that is no JSON would throw in each of them. */
export function isPresenceState(state: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(utf8.decode(state));
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
