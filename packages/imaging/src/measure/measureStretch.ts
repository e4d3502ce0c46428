import { boxMean } from './boxMean.ts';
import { type Scene, within } from './scene.ts';
import type { View } from './view.ts';

/** How wide the strips are that are compared, beside the border on either side, and how long a stretch is. */
const stripPx = 6;
const stretchPx = 32;
/** A change that fades over more than this has no border that one could see. */
const mostFadePx = 12;
/** Steps that nobody sees on the plainest ground. 8-bit steps, mean of R, G and B. */
const floorSteps = 4;
/** The share of a stretch's strips that has to be there. */
const leastShare = 0.2;

/**
 * The worst stretch of a relighting's border: of any `stretchPx` along it, how far the mean colour just inside lies from that
 * just outside, over how far it did before or how much either varies, whichever is more; 1 = can't be seen. A step
 * that is small beside the grain of each pixel is still a contour when a whole stretch has it. null where there is
 * no border.
 */
export function measureStretch(scene: Scene): number | null {
  const { before, after, away, width, height } = scene;
  const fade = fadeOf(scene);
  const inner = within(scene.depth, fade + 1, fade + stripPx);
  const outer = within(away, 1, stripPx);
  const box = { width, height, radiusPx: stretchPx / 2 };
  const [now, was] = [after, before].map((view) => stepsOf(view, { inner, outer }, box));
  const [inside, outside] = [inner, outer].map((strip) =>
    boxMean(Float32Array.from(strip), new Uint8Array(strip.length).fill(1), box),
  );
  const least = (leastShare * stripPx) / stretchPx;
  let worst: number | null = null;
  for (let i = 0; i < away.length; i += 1) {
    if (outer[i] !== 1 || (away[i] ?? 0) > 1) continue;
    if (Math.min(inside?.[i] ?? 0, outside?.[i] ?? 0) < least) continue;
    const hidden = Math.max(was?.step[i] ?? 0, now?.spread[i] ?? 0);
    const ratio = ((now?.step[i] ?? 0) + floorSteps) / (hidden + floorSteps);
    worst = Math.max(worst ?? 1, ratio);
  }
  return worst;
}

/** How far in from the border the change is only partly there. */
function fadeOf({ alpha, depth }: Scene): number {
  let most = 0;
  for (let i = 0; i < alpha.length; i += 1) {
    const value = alpha[i] ?? 0;
    if (value > 0 && value < 250) most = Math.max(most, depth[i] ?? 0);
  }
  return Math.min(mostFadePx, Math.ceil(most));
}

type Strips = { readonly inner: Uint8Array; readonly outer: Uint8Array };
type Box = { readonly width: number; readonly height: number; readonly radiusPx: number };
/** Of each stretch: between the two strips' means, and how far the strips' own pixels stray. */
type Steps = { readonly step: Float32Array; readonly spread: Float32Array };

function stepsOf({ rgb }: View, { inner, outer }: Strips, box: Box): Steps {
  const squares = rgb.map((value) => value * value);
  const mean = (planes: Float32Array, strip: Uint8Array): Float32Array =>
    boxMean(planes, strip, { ...box, channels: 3 });
  const [a, b] = [mean(rgb, inner), mean(rgb, outer)];
  const [aa, bb] = [mean(squares, inner), mean(squares, outer)];
  const count = rgb.length / 3;
  const [step, spread] = [new Float32Array(count), new Float32Array(count)];
  for (let i = 0, at = 0; i < count; i += 1) {
    let variance = 0;
    for (let c = 0; c < 3; c += 1, at += 1) {
      const [inside, outside] = [a[at] ?? 0, b[at] ?? 0];
      step[i] = (step[i] ?? 0) + Math.abs(inside - outside) / 3;
      variance += Math.max(0, Math.min((aa[at] ?? 0) - inside ** 2, (bb[at] ?? 0) - outside ** 2)) / 3;
    }
    spread[i] = Math.sqrt(variance);
  }
  return { step, spread };
}
