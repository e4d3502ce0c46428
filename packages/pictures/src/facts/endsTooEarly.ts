import { stat } from 'node:fs/promises';
import { type PictureType, readAt } from './pictureType.ts';

/**
 * Whether a picture that couldn't be decoded was cut short, as by a broken upload, or is damaged: the one
 * is mended by sending it again. Asked only once a decoder has failed.
 */
export async function endsTooEarly(path: string, type: PictureType, decoderSays: string): Promise<boolean> {
  const { size } = await stat(path);
  switch (type) {
    case 'png':
      return (await readAt(path, Math.max(0, size - 8), 4)).toString('latin1') !== 'IEND';
    case 'webp': {
      const head = await readAt(path, 0, 8);
      return head.byteLength < 8 || head.readUInt32LE(4) + 8 > size;
    }
    case 'tiff': {
      const head = await readAt(path, 0, 8);
      const little = head[0] === 0x49;
      const directory = head.byteLength < 8 ? size : little ? head.readUInt32LE(4) : head.readUInt32BE(4);
      return (
        directory >= size ||
        /end of file|not enough data|read error|got \d+ bytes|ByteCounts/i.test(decoderSays)
      );
    }
    case 'jpeg':
      return /premature end/i.test(decoderSays);
  }
}
