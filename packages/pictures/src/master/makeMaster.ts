import { createHash } from 'node:crypto';
import { masterHeader, type Placed, sampleBytes } from '@pinpaint/imaging';
import { readProfile } from '../colour/readProfile.ts';
import { openPicture } from '../openPicture.ts';
import { withDepth } from '../rawPicture.ts';
import { type MasterFormat, masterFormat, masterTilePx } from './masterFormat.ts';
import { readStrips } from './readStrips.ts';

export type Master = MasterFormat & {
  readonly profile: { readonly digest: string; readonly name: string } | null;
  /** SHA-256 over `masterHeader` and the samples, row by row, 16-bit ones little-endian. */
  readonly samplesDigest: string;
};

/**
 * The lossless master: a pyramidal TIFF whose first image has the source's samples, turned upright, at
 * the source's own depth and with its profile; EXIF (places, names) is left behind. The digest is taken
 * from the written file, so it vouches for what will be read, not for what was meant to be written.
 *
 * @param inputPath a file that `inspectPicture` let in, or a master made before.
 */
export async function makeMaster(inputPath: string, outputPath: string): Promise<Master> {
  const source = await masterFormat(inputPath);
  await withDepth(openPicture(inputPath).autoOrient().keepIccProfile(), source.depth)
    .tiff({
      // Everything is named: sharp's own defaults make a lossy TIFF.
      compression: 'deflate',
      predictor: 'horizontal',
      pyramid: true,
      tile: true,
      tileWidth: masterTilePx,
      tileHeight: masterTilePx,
    })
    .toFile(outputPath);
  const format = await masterFormat(outputPath);
  const profile = format.icc && readProfile(format.icc);
  if (profile && !profile.ok) throw new Error(`Not an inspected picture: ${profile.error.code}`);
  const named = profile && { digest: profile.value.digest, name: profile.value.name };
  return {
    ...format,
    profile: named,
    samplesDigest: await digestSamples(format, named?.digest ?? null, readStrips(outputPath)),
  };
}

/** The name of a picture's samples: equal names, equal pictures, whatever file they lie in. */
export async function digestSamples(
  format: MasterFormat,
  profileDigest: string | null,
  strips: AsyncIterable<Placed>,
): Promise<string> {
  const hash = createHash('sha256').update(masterHeader(format, profileDigest));
  for await (const { picture } of strips) hash.update(sampleBytes(picture));
  return hash.digest('hex');
}
