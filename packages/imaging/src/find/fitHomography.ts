import type { Homography } from '@pinpaint/domain';
import type CV from '@techstark/opencv-js';
import type { Match } from './features.ts';
import { homographyOf } from './homographyOf.ts';
import { limits } from './limits.ts';
import { withMats } from './withMats.ts';

export type Agreed = { readonly homography: Homography; readonly inliers: readonly Match[] };

/** RANSAC's turns and how sure it must be; it begins from OpenCV's own fixed seed, so that a search can be repeated. */
const turns = 5_000;
const confidence = 0.999;

/**
 * The map that most matches agree on; null when too few do.
 *
 * @param pixelPx how large a pixel of the target's view is in its frame
 */
export function fitHomography(cv: typeof CV, matches: readonly Match[], pixelPx: number): Agreed | null {
  if (matches.length < limits.inliers) return null;
  return withMats((keep) => {
    const matOf = (points: readonly (readonly [number, number])[]) =>
      keep(cv.matFromArray(points.length, 1, cv.CV_32FC2, points.flat()));
    const mask = keep(new cv.Mat());
    const [from, to] = [matOf(matches.map((m) => m.from)), matOf(matches.map((m) => m.to))];
    const near = limits.reprojectionPx * pixelPx;
    const found = keep(cv.findHomography(from, to, cv.RANSAC, near, mask, turns, confidence));
    const homography = homographyOf(found.data64F);
    const inliers = matches.filter((_, i) => mask.data[i] === 1);
    const enough = inliers.length >= limits.inliers && inliers.length / matches.length >= limits.inlierShare;
    return homography && enough ? { homography, inliers } : null;
  });
}
