import type { Picture } from '@pinpaint/imaging';
import sharp from 'sharp';
import type { PictureCodec } from '../pictureCodec.ts';

export const aCodec: PictureCodec = {
  async encodePng({ width, height, data }: Picture) {
    return sharp(data, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
  },
  async decode(bytes, maxPixels) {
    try {
      const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'warning' })
        .toColourspace('srgb')
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, channels: 3, depth: 8, data: new Uint8Array(data) };
    } catch {
      return null;
    }
  },
};
