import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EngineError } from '../engine.ts';
import { type Model, type OpenOptions, openModel } from './openModel.ts';

type Kept = { readonly model: Promise<Model>; readonly bytes: number; users: number };

/** A session holds its weights about twice: as they are in the file, and as its kernels want them. */
const copies = 2;

/** Opened graphs, kept warm within a budget of memory: those that were used last stay. */
export class ModelShelf {
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>();
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
    const bytes = (await weightsOf(path)) * copies;
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
    return [...this.#kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

/** Of a graph's file and of those that its weights are kept in beside it, as large exports do. */
async function weightsOf(path: string): Promise<number> {
  const { size } = await stat(path).catch(() => {
    throw new EngineError('engine.model-unreadable', `${path} can’t be read.`);
  });
  const dir = dirname(path);
  const beside = (await readdir(dir)).filter((name) => besideGraph(name, basename(path)));
  const sizes = await Promise.all(beside.map(async (name) => (await stat(join(dir, name))).size));
  return sizes.reduce((sum, one) => sum + one, size);
}

/** `model.onnx_data` and `model.onnx.data` beside `model.onnx`; older exports call it `weights.pb`. */
function besideGraph(name: string, graph: string): boolean {
  return (
    name !== graph && (name.startsWith(`${graph}_`) || name.startsWith(`${graph}.`) || name === 'weights.pb')
  );
}
