import { onlyOne } from './onlyOne.ts';
import { messageOfParts, presencePart, type RawPresence } from './presence.ts';

type Held<Holder> = { readonly holder: Holder; readonly clock: number; readonly part: Uint8Array };

/** `from` is null where several have moved. */
export type Untold<Holder> = { readonly message: Uint8Array; readonly from: Holder | null };

/** Where everybody in a room is, by client, as the bytes they have told it in; and what of it is still to be told. */
export class RoomPresence<Holder> {
  readonly #held = new Map<number, Held<Holder>>();
  /** null: nothing is. */
  #untold: Map<number, Pick<Held<Holder>, 'holder' | 'part'>> | null = null;

  holderOf(clientId: number): Holder | null {
    return this.#held.get(clientId)?.holder ?? null;
  }

  set(holder: Holder, { clientId, clock, part }: RawPresence): void {
    this.#held.set(clientId, { holder, clock, part });
    this.#tellLater(clientId, { holder, part });
  }

  /** @returns whether there was anything of theirs. */
  remove(holder: Holder): boolean {
    const own = [...this.#held].filter(([, held]) => held.holder === holder);
    for (const [clientId, { clock }] of own) {
      this.#held.delete(clientId);
      const part = presencePart({ clientId, clock: clock + 1, state: 'null' });
      this.#tellLater(clientId, { holder, part });
    }
    return own.length > 0;
  }

  /** A message of everybody; null: nobody is there. */
  whole(): Uint8Array | null {
    const parts = [...this.#held.values()].map(({ part }) => part);
    return parts.length > 0 ? messageOfParts(parts) : null;
  }

  /** What has changed since the last time; null: nothing has. */
  takeUntold(): Untold<Holder> | null {
    if (!this.#untold) return null;
    const untold = [...this.#untold.values()];
    this.#untold = null;
    const message = messageOfParts(untold.map(({ part }) => part));
    return { message, from: onlyOne(untold.map(({ holder }) => holder)) };
  }

  #tellLater(clientId: number, untold: Pick<Held<Holder>, 'holder' | 'part'>): void {
    this.#untold ??= new Map();
    this.#untold.set(clientId, untold);
  }
}
