import type { Person } from './Person.ts';

export type Sending = {
  readonly people: readonly Person[];
  /** Of everybody; 0: they keep still. */
  readonly cursorHz: number;
  readonly writers: readonly Person[];
  /** Of each writer. */
  readonly editHz: number;
};

/** Everybody at their own moment, or servers would be told of all at once. @returns what ends it */
export function keepSending({ people, cursorHz, writers, editHz }: Sending): () => void {
  const due = [
    ...turns(people, cursorHz, (person, now) => person.move(now)),
    ...turns(writers, editHz, (person, now) => person.edit(now)),
  ];
  const timer = setInterval(() => {
    const now = performance.now();
    for (const turn of due) {
      if (now < turn.next) continue;
      turn.act(now);
      turn.next += turn.everyMs;
    }
  }, 1);
  return () => clearInterval(timer);
}

type Turn = { next: number; readonly everyMs: number; readonly act: (now: number) => void };

function turns(people: readonly Person[], hz: number, act: (person: Person, now: number) => void): Turn[] {
  if (hz === 0) return [];
  const [startedAt, everyMs] = [performance.now(), 1000 / hz];
  return people.map((person, at) => ({
    next: startedAt + (at / people.length) * everyMs,
    everyMs,
    act: (now) => act(person, now),
  }));
}
