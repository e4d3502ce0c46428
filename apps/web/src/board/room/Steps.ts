import type * as Y from 'yjs';

/** Something done beside the document, by the API, and how it is taken back and done again. */
export type Step = { readonly undo: () => void; readonly redo: () => void };

/** The document keeps its own steps; here stands only which of them comes when. */
const inDocument = 'in document';
type Entry = Step | typeof inDocument;

/**
 * What this screen's person did, in the document and beside it, to be taken back in one order, while they may
 * write: a step back is a change like another.
 */
export class Steps {
  readonly #document: Y.UndoManager;
  readonly #mayWrite: () => boolean;
  readonly #listeners = new Set<() => void>();
  #done: readonly Entry[] = [];
  #undone: readonly Entry[] = [];
  /** The document also tells of what is taken back in it, as of something new. */
  #isMoving = false;

  constructor(document: Y.UndoManager, mayWrite: () => boolean) {
    this.#document = document;
    this.#mayWrite = mayWrite;
    document.on('stack-item-added', () => this.#isMoving || this.#push(inDocument));
  }

  canUndo(): boolean {
    return this.#mayWrite() && this.#done.length > 0;
  }

  canRedo(): boolean {
    return this.#mayWrite() && this.#undone.length > 0;
  }

  /** Of what has just been done. @returns what forgets it, when it can no longer be taken back */
  add(step: Step): () => void {
    // Else what is done in the document next would be one with what was done before.
    this.#document.stopCapturing();
    this.#document.clear(false, true);
    this.#push(step);
    return () => this.#forget(step);
  }

  undo(): void {
    const entry = this.#done.at(-1);
    if (!entry || !this.#mayWrite()) return;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, entry];
    this.#move(() => (entry === inDocument ? this.#document.undo() : entry.undo()));
  }

  redo(): void {
    const entry = this.#undone.at(-1);
    if (!entry || !this.#mayWrite()) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, entry];
    this.#move(() => (entry === inDocument ? this.#document.redo() : entry.redo()));
  }

  /** @returns what ends it */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #push(entry: Entry): void {
    this.#done = [...this.#done, entry];
    this.#undone = [];
    this.#tell();
  }

  #forget(step: Step): void {
    this.#done = this.#done.filter((entry) => entry !== step);
    this.#undone = this.#undone.filter((entry) => entry !== step);
    this.#tell();
  }

  #move(deed: () => void): void {
    this.#isMoving = true;
    deed();
    this.#isMoving = false;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
