import { type Bucket, spendFrom, takeFrom } from '../sockets/takeFrom.ts';
import { roomLimits } from './limits.ts';

/** What one connection may take of the process, together with its person's others and with all of its studio. */
export interface Share {
  mayTalk(): boolean;
  mayChange(bytes: number): boolean;
  /** How long applying a change of theirs, or answering them, has taken. @returns whether they may go on */
  spend(ms: number): boolean;
}

type Who = { readonly studioId: string; readonly personId: string };
type Traffic = { readonly messages: () => boolean; readonly bytes: (amount: number) => boolean };
type PersonShare = Traffic & { readonly time: ReturnType<typeof spendFrom> };

/** So many are remembered, twice what a process takes at once; what is forgotten begins anew. */
const rememberedAtMost = 4_000;

/**
 * No person takes the time of the others in a process, and no studio its line and memory, however many connections they
 * have; nor does one person take all that their studio has of these.
 */
export class Shares {
  readonly #nowMs: () => number;
  readonly #studios = new Map<string, Traffic>();
  readonly #people = new Map<string, PersonShare>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Whether somebody has time left, so may come in. */
  mayEnter({ personId }: Pick<Who, 'personId'>): boolean {
    return this.#people.get(personId)?.time.hasLeft() ?? true;
  }

  of({ studioId, personId }: Who): Share {
    const studio = remember(this.#studios, studioId, () => this.#traffic((all) => all));
    const person = remember(this.#people, personId, () => ({
      ...this.#traffic(half),
      time: spendFrom(roomLimits.personMs, this.#nowMs),
    }));
    return {
      mayTalk: () => person.messages() && studio.messages(),
      mayChange: (bytes) => person.bytes(bytes) && studio.bytes(bytes),
      spend: (ms) => person.time.spend(ms) && person.time.hasLeft(),
    };
  }

  #traffic(part: (all: Bucket) => Bucket): Traffic {
    return {
      messages: takeFrom(part(roomLimits.studioMessages), this.#nowMs),
      bytes: takeFrom(part(roomLimits.studioBytes), this.#nowMs),
    };
  }
}

function half({ perSecond, burst }: Bucket): Bucket {
  return { perSecond: perSecond / 2, burst: burst / 2 };
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
