import type { PixelSize } from '@pinpaint/domain';
import type { ModelShelf } from '../onnx/ModelShelf.ts';
import type { Tensors } from '../onnx/openModel.ts';

/** A picture as the encoder has read it. */
export type ReadPicture = { readonly size: PixelSize; readonly embedding: Tensors };

/** Of the budget of a worker's models: what pictures that have been read may take of it. */
const share = 1 / 8;
/** Whoever points at more than these in turn has the first one read again. */
const most = 16;

/** Pictures that have been read, by name; those that were asked about last stay, within the shelf's budget. */
export class ReadPictures {
  /** In the order of their last use. */
  readonly #read = new Map<string, Promise<ReadPicture>>();
  readonly #bytes = new Map<string, number>();
  readonly #shelf: ModelShelf;

  constructor(shelf: ModelShelf) {
    this.#shelf = shelf;
  }

  /**
   * Two who ask at once about a picture wait for one reading; one that failed is begun again by the next.
   *
   * @param reading null: it can't be read now
   * @returns null when it has not been read
   */
  async read(name: string, reading: (() => Promise<ReadPicture>) | null): Promise<ReadPicture | null> {
    const read = this.#read.get(name) ?? reading?.();
    if (!read) return null;
    this.#read.delete(name);
    this.#read.set(name, read);
    try {
      const picture = await read;
      this.#bytes.set(name, bytesOf(picture.embedding));
      await this.#makeRoom(name);
      return picture;
    } catch (error) {
      this.#forget(name);
      throw error;
    }
  }

  #forget(name: string): void {
    this.#read.delete(name);
    this.#bytes.delete(name);
  }

  /** The newest stays, however large. */
  async #makeRoom(newest: string): Promise<void> {
    for (const name of [...this.#read.keys()]) {
      if (this.#bytes.size <= most && this.#sum() <= this.#shelf.budgetBytes * share) break;
      if (name !== newest && this.#bytes.has(name)) this.#forget(name);
    }
    await this.#shelf.countBeside(this, this.#sum());
  }

  #sum(): number {
    return [...this.#bytes.values()].reduce((sum, bytes) => sum + bytes, 0);
  }
}

function bytesOf(embedding: Tensors): number {
  return Object.values(embedding).reduce(
    (sum, { data }) => sum + (ArrayBuffer.isView(data) ? data.byteLength : 0),
    0,
  );
}
