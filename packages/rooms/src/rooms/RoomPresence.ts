import { messageTypes } from '@pinpaint/board';
import { encode, writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { onlyOne } from './onlyOne.ts';
import type { RawPresence } from './presence.ts';

type Held<Holder> = { readonly holder: Holder; readonly clock: number; readonly part: Uint8Array };

/** `from` is null where several have moved. */
export type Untold<Holder> = { readonly message: Uint8Array; readonly from: Holder | null };

/** Where everybody in a room is, by client, as the bytes they have told it in; and what of it is still to be told. */
export class RoomPresence<Holder> {
  readonly #held = new Map<number, Held<Holder>>();
  readonly #untold = new Map<number, Pick<Held<Holder>, 'holder' | 'part'>>();

  holderOf(clientId: number): Holder | null {
    return this.#held.get(clientId)?.holder ?? null;
  }

  set(holder: Holder, { clientId, clock, part }: RawPresence): void {
    this.#held.set(clientId, { holder, clock, part });
    this.#untold.set(clientId, { holder, part });
  }

  /** @returns whether there was anything of theirs. */
  remove(holder: Holder): boolean {
    const own = [...this.#held].filter(([, held]) => held.holder === holder);
    for (const [clientId, { clock }] of own) {
      this.#held.delete(clientId);
      this.#untold.set(clientId, { holder, part: gone(clientId, clock + 1) });
    }
    return own.length > 0;
  }

  /** A message of everybody; null: nobody is there. */
  whole(): Uint8Array | null {
    return messageOf([...this.#held.values()].map(({ part }) => part));
  }

  /** What has changed since the last time; null: nothing has. */
  takeUntold(): Untold<Holder> | null {
    const untold = [...this.#untold.values()];
    this.#untold.clear();
    const message = messageOf(untold.map(({ part }) => part));
    return message && { message, from: onlyOne(untold.map(({ holder }) => holder)) };
  }
}

/** By y-protocols: clock and state, and `null` says that they are gone. */
function gone(clientId: number, clock: number): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, clientId);
    writeVarUint(encoder, clock);
    writeVarString(encoder, 'null');
  });
}

function messageOf(parts: readonly Uint8Array[]): Uint8Array | null {
  if (parts.length === 0) return null;
  const update = encode((encoder) => {
    writeVarUint(encoder, parts.length);
    for (const part of parts) writeUint8Array(encoder, part);
  });
  return encode((encoder) => {
    writeVarUint(encoder, messageTypes.awareness);
    writeVarUint8Array(encoder, update);
  });
}
