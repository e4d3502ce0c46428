import { type FramePoint, mapPoint } from '@pinpaint/domain';
import type CV from '@techstark/opencv-js';
import type { GreyView } from './greyView.ts';
import { limits } from './limits.ts';
import { withMats } from './withMats.ts';

/** A feature of the source and the one it is most like in the target, each in its own frame's space. */
export type Match = { readonly from: FramePoint; readonly to: FramePoint };

export type FeatureSearch = {
  readonly source: GreyView;
  readonly target: GreyView;
  /** Of the target: 0 where no feature shall be taken; null: everywhere. */
  readonly mask?: Uint8Array | null;
};

/** ORB's own are made for corners of high contrast; a face or a bowl has softer ones. */
const fastThreshold = 8;
const patchPx = 31;
const features = { source: 2_000, target: 6_000 };

/** ORB (Rublee 2011), matched by Hamming distance with Lowe's ratio test. */
export function matchFeatures(
  cv: typeof CV,
  { source, target, mask = null }: FeatureSearch,
): readonly Match[] {
  return withMats((keep) => {
    const describe = (view: GreyView, count: number, where: Uint8Array | null) => {
      const image = keep(cv.matFromArray(view.height, view.width, cv.CV_8UC1, view.data));
      const allowed = where
        ? keep(cv.matFromArray(view.height, view.width, cv.CV_8UC1, where))
        : keep(new cv.Mat());
      const [points, descriptors] = [keep(new cv.KeyPointVector()), keep(new cv.Mat())];
      const orb = keep(new cv.ORB(count, 1.2, 8, patchPx, 0, 2, cv.ORB_HARRIS_SCORE, patchPx, fastThreshold));
      orb.detectAndCompute(image, allowed, points, descriptors);
      return { points, descriptors };
    };
    const one = describe(source, features.source, null);
    const two = describe(target, features.target, mask);
    if (one.points.size() < 4 || two.points.size() < 4) return [];
    const matcher = keep(new cv.BFMatcher(cv.NORM_HAMMING, false));
    const pairs = keep(new cv.DMatchVectorVector());
    matcher.knnMatch(one.descriptors, two.descriptors, pairs, 2);
    const matches: Match[] = [];
    for (let i = 0; i < pairs.size(); i += 1) {
      const pair = keep(pairs.get(i));
      if (pair.size() < 2) continue;
      const [best, second] = [pair.get(0), pair.get(1)];
      if (best.distance > limits.ratio * second.distance) continue;
      const from = inFrame(source, one.points.get(best.queryIdx).pt);
      const to = inFrame(target, two.points.get(best.trainIdx).pt);
      if (from && to) matches.push({ from, to });
    }
    return matches;
  });
}

/** OpenCV counts from a sample's centre, views from its corner. */
function inFrame(
  { toFrame }: GreyView,
  { x, y }: { readonly x: number; readonly y: number },
): FramePoint | null {
  return mapPoint(toFrame, [x + 0.5, y + 0.5]);
}
