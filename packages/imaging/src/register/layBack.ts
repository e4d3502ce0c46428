import { fullSample, makePicture, type Picture, type PictureFormat } from '../picture/picture.ts';
import { resamplePlane } from './resamplePlane.ts';
import { mapOf, type Warp } from './warp.ts';

/**
 * What came back, on the crop's own pixels and at its depth: resampled once, from the samples as they came.
 *
 * @param crop size, depth and channels of what is made
 */
export function layBack(returned: Picture, crop: PictureFormat, warp: Warp): Picture {
  const samples = resamplePlane(returned, crop, mapOf(warp, crop, returned));
  const full = fullSample(crop.depth);
  const unit = full / fullSample(returned.depth);
  const made = makePicture({ ...crop, channels: returned.channels });
  for (let i = 0; i < samples.length; i += 1) {
    made.data[i] = Math.min(full, Math.max(0, Math.round((samples[i] ?? 0) * unit)));
  }
  return made;
}
