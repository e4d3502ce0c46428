import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { ModelShelf } from '../onnx/ModelShelf.ts';
import { type ReadPicture, ReadPictures } from './ReadPictures.ts';

const floats = 1024;

function aPicture(): Promise<ReadPicture> {
  const embedding = { image_embed: new Tensor('float32', new Float32Array(floats), [1, floats]) };
  return Promise.resolve({ size: { width: 8, height: 8 }, embedding });
}

describe('pictures that have been read', () => {
  it('stay within their share of the models’ memory, those asked about last', async () => {
    const pictures = new ReadPictures(new ModelShelf(8 * 2 * floats * 4));
    for (const name of ['a', 'b']) await pictures.read(name, aPicture);
    await pictures.read('a', null);
    await pictures.read('c', aPicture);
    expect(await pictures.read('b', null)).toBeNull();
    expect(await pictures.read('a', null)).not.toBeNull();
    expect(await pictures.read('c', null)).not.toBeNull();
  });

  it('are never none: the newest stays, however large', async () => {
    const pictures = new ReadPictures(new ModelShelf(1));
    await pictures.read('a', aPicture);
    await pictures.read('b', aPicture);
    expect(await pictures.read('a', null)).toBeNull();
    expect(await pictures.read('b', null)).not.toBeNull();
  });

  it('are read again after a reading that failed', async () => {
    const pictures = new ReadPictures(new ModelShelf(1));
    await expect(pictures.read('a', () => Promise.reject(new Error('no memory')))).rejects.toThrow();
    expect(await pictures.read('a', aPicture)).not.toBeNull();
  });
});
