import { messageTypes } from '@pinpaint/board';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { encode, writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { roomLimits } from './limits.ts';

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
 * @throws on what is no awareness update, or one of more than anybody hears
 */
export function findPresence(update: Uint8Array, wanted: number | null): RawPresence | null {
  const decoder = createDecoder(update);
  const count = readVarUint(decoder);
  if (count > roomLimits.presenceEntries) throw new Error('More entries than there are people');
  for (let left = count; left > 0; left -= 1) {
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

/** What the server knows of who somebody is; what they say of themselves has to agree. */
export type PresentPerson = { readonly id: string; readonly name: string };

/**
 * What somebody may show: something that others' programs can read (one that is no JSON would throw in each of them), and
 * under no name but their own, where ours and most other programs put one. It is only written anew where it says
 * something else.
 *
 * @param person null: anybody may come under any name
 * @returns null: none of it
 */
export function asOwnPresence(entry: RawPresence, person: PresentPerson | null): RawPresence | null {
  const state = parseState(entry.state);
  if (state === undefined) return null;
  if (state === null || !person || !claimsAnother(state, person)) return entry;
  const own = { ...state, ...(state.user ? { user: ownUser(state.user, person) } : {}) };
  const told = JSON.stringify({ ...own, personId: person.id, name: person.name });
  const part = presencePart({ ...entry, state: told });
  return { ...entry, state: new TextEncoder().encode(told), part };
}

type Facts = Readonly<Record<string, unknown>>;

/** @returns undefined: nothing that others could read */
function parseState(state: Uint8Array): Facts | null | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(state));
    return typeof value === 'object' && !Array.isArray(value) ? (value as Facts | null) : undefined;
  } catch {
    return undefined;
  }
}

function claimsAnother({ personId, name, user }: Facts, person: PresentPerson): boolean {
  if ((personId ?? person.id) !== person.id || (name ?? person.name) !== person.name) return true;
  if (!user) return false;
  if (typeof user !== 'object') return user !== person.name;
  const { id, name: called } = user as Facts;
  return (id ?? person.id) !== person.id || (called ?? person.name) !== person.name;
}

function ownUser(user: unknown, { id, name }: PresentPerson): Facts {
  return { ...(typeof user === 'object' ? user : {}), id, name };
}
