import { encodeRendition, type RenditionKind } from '../files/encodeRendition.ts';
import { masterFormat } from '../master/masterFormat.ts';
import { readStrips } from '../master/readStrips.ts';

export type RenditionWish = {
  /** Of a master or a rendered version. */
  readonly masterPath: string;
  readonly kind: RenditionKind;
  readonly outputPath: string;
};

export async function writeRendition({ masterPath, kind, outputPath }: RenditionWish): Promise<void> {
  const format = await masterFormat(masterPath);
  await encodeRendition({ strips: readStrips(masterPath), format, kind, outputPath });
}
