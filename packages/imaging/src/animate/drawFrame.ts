import type { AnimateStep, PixelRect, PixelSize } from '@pinpaint/domain';
import { type CameraMove, nearness, type View, viewAt } from './camera.ts';
import { drawView, type Samples } from './drawView.ts';

/** A layer of the scene that comes nearer than the rest: where it lies and how much of each of its pixels is it. */
export type NearLayer = { readonly rect: PixelRect; readonly alpha: Samples };

/** RGB, and its layers from the lowest to the highest, in its own pixels. */
export type MovingScene = { readonly picture: Samples; readonly layers: readonly NearLayer[] };

export type FrameWish = {
  readonly move: CameraMove & Pick<AnimateStep, 'parallax'>;
  /** 0…1 of the animation. */
  readonly moment: number;
  readonly size: PixelSize;
};

/** How much larger the nearest layer gets; and half of that it shifts at most, so that it always covers where it lay. */
const nearestGrowth = 0.08;

/** RGB of `size`. At moments 0 and 1 it is the scene itself. */
export function drawFrame({ picture, layers }: MovingScene, { move, moment, size }: FrameWish): Samples {
  const view = viewAt(picture, move, moment);
  const frame = drawView(picture, view, size);
  const near = nearness(move.easing, moment) * move.parallax * nearestGrowth;
  if (near === 0) return frame;
  for (const [at, layer] of layers.entries()) {
    layNearer(frame, { picture, layer, view, growth: (near * (at + 1)) / layers.length });
  }
  return frame;
}

type Nearer = {
  readonly picture: Samples;
  readonly layer: NearLayer;
  readonly view: View;
  readonly growth: number;
};

function layNearer(frame: Samples, { picture, layer, view, growth }: Nearer): void {
  const { rect } = layer;
  const moved = {
    x: shifted(rect.x, rect.width, { view: [view.x, view.width], growth }),
    y: shifted(rect.y, rect.height, { view: [view.y, view.height], growth }),
  };
  const scale = frame.width / view.width;
  const to = wholeRect(
    {
      x: (moved.x - view.x) * scale,
      y: (moved.y - view.y) * scale,
      width: rect.width * (1 + growth) * scale,
      height: rect.height * (1 + growth) * scale,
    },
    frame,
  );
  if (!to) return;
  const step = 1 / (scale * (1 + growth));
  const seen = {
    x: rect.x + (to.x / scale + view.x - moved.x) / (1 + growth),
    y: rect.y + (to.y / scale + view.y - moved.y) / (1 + growth),
    width: to.width * step,
    height: to.height * step,
  };
  const colour = drawView(picture, seen, to);
  const alpha = drawView(layer.alpha, { ...seen, x: seen.x - rect.x, y: seen.y - rect.y }, to);
  mixInto(frame, to, { colour, alpha });
}

/** Where a span begins that has grown round its centre and moved away from the middle of the view. */
function shifted(
  from: number,
  length: number,
  { view, growth }: { readonly view: readonly [number, number]; readonly growth: number },
): number {
  const away = (from + length / 2 - (view[0] + view[1] / 2)) * growth;
  const most = (length * growth) / 2;
  return from - most + Math.min(most, Math.max(-most, away));
}

function wholeRect({ x, y, width, height }: View, frame: PixelSize): PixelRect | null {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
  const right = Math.min(frame.width, Math.ceil(x + width));
  const bottom = Math.min(frame.height, Math.ceil(y + height));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

function mixInto(
  frame: Samples,
  to: PixelRect,
  { colour, alpha }: { readonly colour: Samples; readonly alpha: Samples },
): void {
  for (let y = 0; y < to.height; y++)
    for (let x = 0; x < to.width; x++) {
      const from = y * to.width + x;
      const share = (alpha.data[from] ?? 0) / 255;
      const at = ((to.y + y) * frame.width + to.x + x) * 3;
      for (let c = 0; c < 3; c++) {
        const was = frame.data[at + c] ?? 0;
        frame.data[at + c] = Math.round(was + ((colour.data[from * 3 + c] ?? 0) - was) * share);
      }
    }
}
