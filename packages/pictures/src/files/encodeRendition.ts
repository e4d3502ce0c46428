import { rm } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import type { MasterFormat } from '../master/masterFormat.ts';
import { openPicture } from '../openPicture.ts';
import { withDepth } from '../rawPicture.ts';
import { type Strips, writePicture } from './writePicture.ts';

/** `png` and `tiff` keep every sample at its depth; `jpeg` is 8 bits on white. All keep the profile. */
export type RenditionKind = 'png' | 'tiff' | 'jpeg';

export type RenditionRequest = {
  readonly strips: Strips;
  readonly format: MasterFormat;
  readonly kind: RenditionKind;
  readonly outputPath: string;
};

/** A file to hand out. Beside it, for as long as this runs, lies a draft of the picture's uncompressed size. */
export async function encodeRendition({ strips, format, kind, outputPath }: RenditionRequest): Promise<void> {
  const draft = `${outputPath}.draft`;
  try {
    await writePicture(draft, format, strips);
    await encoders[kind](openPicture(draft).keepIccProfile(), format).toFile(outputPath);
  } finally {
    await rm(draft, { force: true });
  }
}

const encoders: Record<RenditionKind, (image: Sharp, format: MasterFormat) => Sharp> = {
  png: (image, { depth }) => withDepth(image, depth).png({ compressionLevel: 6, adaptiveFiltering: true }),
  tiff: (image, { depth }) =>
    withDepth(image, depth).tiff({ compression: 'deflate', predictor: 'horizontal' }),
  jpeg: (image) =>
    withDepth(image, 8).flatten({ background: '#fff' }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
};
