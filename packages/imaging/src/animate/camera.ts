import type { AnimateStep, PixelSize } from '@pinpaint/domain';

/** What of a scene a frame shows; not whole pixels. */
export type View = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** As far as the camera minds it; `safe` in the scene's pixels. */
export type CameraMove = Pick<AnimateStep, 'zoom' | 'panX' | 'panY' | 'easing'> & {
  readonly safe: View | null;
};

/**
 * Where the camera stands at a moment, 0…1 of the animation. It leaves the whole scene, is nearest half way, and
 * comes back; what is safe is in view all the time, if that takes a smaller zoom.
 */
export function viewAt(scene: PixelSize, move: CameraMove, moment: number): View {
  const { safe } = move;
  const most = safe
    ? Math.min(scene.width / safe.width, scene.height / safe.height)
    : Number.POSITIVE_INFINITY;
  const zoom = Math.min(move.zoom, Math.max(1, most)) ** nearness(move.easing, moment);
  const [width, height] = [scene.width / zoom, scene.height / zoom];
  return {
    x: place(scene.width, width, { pan: move.panX, from: safe?.x, length: safe?.width }),
    y: place(scene.height, height, { pan: move.panY, from: safe?.y, length: safe?.height }),
    width,
    height,
  };
}

/** 0 at both ends, 1 half way. */
export function nearness(easing: AnimateStep['easing'], moment: number): number {
  return ease[easing](1 - Math.abs(2 * moment - 1));
}

const ease: Readonly<Record<AnimateStep['easing'], (way: number) => number>> = {
  linear: (way) => way,
  smooth: (way) => way * way * (3 - 2 * way),
  gentle: (way) => way ** 3 * (way * (6 * way - 15) + 10),
};

type Aim = { readonly pan: number; readonly from: number | undefined; readonly length: number | undefined };

function place(whole: number, shown: number, { pan, from, length }: Aim): number {
  const aimed = ((whole - shown) * (1 + pan)) / 2;
  if (from === undefined || length === undefined) return aimed;
  const kept = Math.min(Math.max(aimed, from + length - shown), from);
  return Math.min(Math.max(kept, 0), whole - shown);
}
