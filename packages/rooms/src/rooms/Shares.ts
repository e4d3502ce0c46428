import { spendFrom, takeFrom } from '../sockets/takeFrom.ts';
import { roomLimits } from './limits.ts';

/** What one connection may take of the process, together with its person's others and with all of its studio. */
export interface Share {
  mayTalk(): boolean;
  mayChange(bytes: number): boolean;
  /** How long applying a change of theirs has taken. @returns whether they may go on */
  spend(ms: number): boolean;
}

type Who = { readonly studioId: string; readonly personId: string };
type StudioShare = { readonly messages: () => boolean; readonly bytes: (amount: number) => boolean };
type PersonShare = ReturnType<typeof spendFrom>;

/** So many are remembered, twice what a process takes at once; what is forgotten begins anew. */
const rememberedAtMost = 4_000;

/** No person takes the time of the others in a process, and no studio its line and memory, however many connections they have. */
export class Shares {
  readonly #nowMs: () => number;
  readonly #studios = new Map<string, StudioShare>();
  readonly #people = new Map<string, PersonShare>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Whether somebody has time left, so may come in. */
  mayEnter({ personId }: Pick<Who, 'personId'>): boolean {
    return this.#people.get(personId)?.hasLeft() ?? true;
  }

  of({ studioId, personId }: Who): Share {
    const studio = remember(this.#studios, studioId, () => ({
      messages: takeFrom(roomLimits.studioMessages, this.#nowMs),
      bytes: takeFrom(roomLimits.studioBytes, this.#nowMs),
    }));
    const person = remember(this.#people, personId, () => spendFrom(roomLimits.personMs, this.#nowMs));
    return {
      mayTalk: studio.messages,
      mayChange: studio.bytes,
      spend: (ms) => person.spend(ms) && person.hasLeft(),
    };
  }
}

function remember<T>(all: Map<string, T>, key: string, make: () => T): T {
  const one = all.get(key) ?? make();
  // The one that was asked for longest ago is first.
  all.delete(key);
  all.set(key, one);
  const [oldest] = all.keys();
  if (all.size > rememberedAtMost && oldest !== undefined) all.delete(oldest);
  return one;
}
