import { rm } from 'node:fs/promises';
import { writePicture } from '../files/writePicture.ts';
import { type Master, makeMaster } from '../master/makeMaster.ts';
import { masterFormat } from '../master/masterFormat.ts';
import { compositeStrips, type VersionSource } from './compositeStrips.ts';

/** The whole version as a file of the master's own kind: lossless, tiled, with its pyramid and the master's profile. */
export async function renderVersion(source: VersionSource, outputPath: string): Promise<Master> {
  const draft = `${outputPath}.draft`;
  const { width, height } = source.bounds;
  const format = { ...(await masterFormat(source.masterPath)), width, height };
  try {
    await writePicture(draft, format, compositeStrips(source));
    return await makeMaster(draft, outputPath);
  } finally {
    await rm(draft, { force: true });
  }
}
