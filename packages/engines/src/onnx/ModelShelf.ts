import { stat } from 'node:fs/promises';
import { type Model, type OpenOptions, openModel } from './openModel.ts';
import { weightFiles } from './weightFiles.ts';

type Kept = { readonly model: Promise<Model>; readonly bytes: number; users: number };

/** A session holds its weights about twice: as they are in the file, and as its kernels want them. */
const copies = 2;

/** Opened graphs, kept warm within a budget of memory: those that were used last stay. */
export class ModelShelf {
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>();
  readonly #beside = new Map<object, number>();
  readonly #budgetBytes: number;
  readonly #options: OpenOptions;

  constructor(budgetBytes: number, options: OpenOptions = {}) {
    this.#budgetBytes = budgetBytes;
    this.#options = options;
  }

  /** Opens it where it isn't open; as long as `use` takes it stays so, whatever the budget says. */
  async with<T>(path: string, use: (model: Model) => Promise<T>): Promise<T> {
    const kept = this.#kept.get(path) ?? (await this.#open(path));
    kept.users += 1;
    this.#kept.delete(path);
    this.#kept.set(path, kept);
    try {
      return await use(await kept.model);
    } catch (error) {
      // One that could not be opened is tried again the next time.
      await kept.model.catch(() => this.#kept.delete(path));
      throw error;
    } finally {
      kept.users -= 1;
      await this.#makeRoom(0);
    }
  }

  /** What a model's user keeps in memory beside its session counts too; it replaces what they said before. */
  async countBeside(user: object, bytes: number): Promise<void> {
    this.#beside.set(user, bytes);
    await this.#makeRoom(0);
  }

  get budgetBytes(): number {
    return this.#budgetBytes;
  }

  /** The paths of what is open, the one that was used last at the end. */
  get open(): readonly string[] {
    return [...this.#kept.keys()];
  }

  async clear(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    for (const { model } of all) await model.then((opened) => opened.release()).catch(() => undefined);
  }

  async #open(path: string): Promise<Kept> {
    const bytes = (await sizeOf(path)) * copies;
    await this.#makeRoom(bytes);
    // Somebody may have opened it while we waited.
    const meanwhile = this.#kept.get(path);
    if (meanwhile) return meanwhile;
    const kept = { model: openModel(path, this.#options), bytes, users: 0 };
    kept.model.catch(() => undefined);
    this.#kept.set(path, kept);
    return kept;
  }

  async #makeRoom(bytes: number): Promise<void> {
    for (const [path, { model, users }] of this.#kept) {
      if (this.#sum() + bytes <= this.#budgetBytes) return;
      if (users > 0) continue;
      this.#kept.delete(path);
      await model.then((opened) => opened.release()).catch(() => undefined);
    }
  }

  #sum(): number {
    const all = [...[...this.#kept.values()].map(({ bytes }) => bytes), ...this.#beside.values()];
    return all.reduce((sum, bytes) => sum + bytes, 0);
  }
}

async function sizeOf(path: string): Promise<number> {
  const sizes = await Promise.all((await weightFiles(path)).map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
