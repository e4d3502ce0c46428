import { ApiError } from '../../data/ApiError.ts';
import type { Letter, Refusal } from './letter.ts';
import type { LetterStore } from './letterStore.ts';
import type { Delivered } from './sendLetter.ts';

export type Outbox = {
  /** Waiting and refused ones, oldest first; the same array until something changes. */
  letters(): readonly Letter[];
  subscribe(listener: () => void): () => void;
  /** Resolves when it is kept; sending goes on by itself. */
  add(letter: Letter): Promise<void>;
  /** Tries to send what waits. Called whenever the line may be back; more at once are one. */
  flush(): Promise<void>;
  /** A refused one once more. */
  again(id: string): Promise<void>;
  discard(id: string): Promise<void>;
};

export type OutboxOptions = {
  readonly linkId: string;
  readonly store: LetterStore;
  readonly send: (
    letter: Letter,
    onStep: (delivered: Delivered, stepsDone: number) => Promise<void>,
  ) => Promise<void>;
  readonly onDelivered: (delivered: Delivered) => void;
};

/** Keeps what a client has written until the server has it: in its order, once, whatever happens to the line or the tab. */
export function openOutbox({ linkId, store, send, onDelivered }: OutboxOptions): Outbox {
  let letters: readonly Letter[] = [];
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const show = (next: readonly Letter[]) => {
    letters = next;
    for (const listener of listeners) listener();
  };
  const loaded = store.all().then(
    (kept) => show([...kept.filter((letter) => letter.linkId === linkId), ...letters]),
    // A private window may keep nothing: then letters live as long as the tab.
    () => undefined,
  );
  const change = async (letter: Letter) => {
    show(letters.map((one) => (one.id === letter.id ? letter : one)));
    await store.put(letter).catch(() => undefined);
  };
  const remove = async (id: string) => {
    await store.remove(id).catch(() => undefined);
    show(letters.filter((one) => one.id !== id));
  };

  const sendWaiting = async () => {
    await loaded;
    for (let next = firstWaiting(letters); next; next = firstWaiting(letters)) {
      const failure = await sendOne(next);
      // What may go through later holds back those after it: they could speak of it.
      if (failure === 'later') break;
    }
    // In the same turn as the last look: else a letter added just then would be sent by nobody.
    running = null;
  };
  const sendOne = async (letter: Letter): Promise<'later' | null> => {
    let sofar = letter;
    try {
      await send(letter, async (delivered, stepsDone) => {
        sofar = { ...sofar, stepsDone };
        await store.put(sofar).catch(() => undefined);
        onDelivered(delivered);
      });
      await remove(letter.id);
      return null;
    } catch (error) {
      const refused = refusalOf(error);
      await change({ ...sofar, refused });
      return refused ? null : 'later';
    }
  };
  const flush = () => {
    running ??= sendWaiting();
    return running;
  };
  return {
    letters: () => letters,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(letter) {
      await loaded;
      show([...letters, letter]);
      await store.put(letter).catch(() => undefined);
      void flush();
    },
    flush,
    async again(id) {
      const letter = letters.find((one) => one.id === id);
      if (letter) await change({ ...letter, refused: null, round: letter.round + 1 });
      await flush();
    },
    discard: remove,
  };
}

function firstWaiting(letters: readonly Letter[]): Letter | undefined {
  return letters.find(({ refused }) => refused === null);
}

/** null: the same may well go through later, and then it must. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ApiError) || error.isPassing) return null;
  // Another tab is just sending it; or the link has been closed, and may be opened again by the studio.
  const isForLater = error.code === 'idempotency.in-progress' || [401, 410].includes(error.status);
  return isForLater ? null : { code: error.code, title: error.message };
}
