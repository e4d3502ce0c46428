import { Allowance, type Bucket } from '../sockets/Allowance.ts';
import { roomLimits } from './limits.ts';

/** What one connection may take of the process, together with its person's others and with all of its studio. */
export interface Share {
  mayTalk(): boolean;
  mayChange(bytes: number): boolean;
  /** How long applying a change of theirs, or answering them, has taken. @returns whether they may go on */
  spend(ms: number): boolean;
}

type Who = { readonly studioId: string; readonly personId: string };
type Traffic = { readonly messages: Allowance; readonly bytes: Allowance };
type PersonTraffic = Traffic & { readonly time: Allowance };

/** So many are remembered, twice what a process takes at once; what is forgotten begins anew. */
const rememberedAtMost = 4_000;
const personMessages = half(roomLimits.studioMessages);

/**
 * No person takes the time of the others in a process, and no studio its line and memory, however many connections they
 * have; nor does one person take all that their studio has of these.
 */
export class Shares {
  readonly #nowMs: () => number;
  readonly #studios = new Map<string, Traffic>();
  readonly #people = new Map<string, PersonTraffic>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Whether somebody has time left, so may come in. */
  mayEnter({ personId }: Pick<Who, 'personId'>): boolean {
    return this.#people.get(personId)?.time.hasLeft() ?? true;
  }

  of({ studioId, personId }: Who): Share {
    const studio = remember(this.#studios, studioId, () => ({
      messages: new Allowance(roomLimits.studioMessages, this.#nowMs),
      bytes: new Allowance(roomLimits.studioBytes, this.#nowMs),
    }));
    const person = remember(this.#people, personId, () => ({
      messages: new Allowance(personMessages, this.#nowMs),
      bytes: new Allowance(roomLimits.personBytes, this.#nowMs),
      time: new Allowance(roomLimits.personMs, this.#nowMs),
    }));
    return new PersonShare(person, studio);
  }
}

class PersonShare implements Share {
  readonly #person: PersonTraffic;
  readonly #studio: Traffic;

  constructor(person: PersonTraffic, studio: Traffic) {
    this.#person = person;
    this.#studio = studio;
  }

  mayTalk(): boolean {
    return this.#person.messages.take() && this.#studio.messages.take();
  }

  mayChange(bytes: number): boolean {
    return this.#person.bytes.take(bytes) && this.#studio.bytes.take(bytes);
  }

  spend(ms: number): boolean {
    this.#person.time.spend(ms);
    return this.#person.time.hasLeft();
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
