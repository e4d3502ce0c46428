import type { FramePlace } from '@pinpaint/board';
import type { FramePoint, Region } from '@pinpaint/domain';
import { boardToFrame } from '../canvas/camera.ts';
import type { Shape } from './tool.ts';

/** What was drawn, in the space of the frame it was drawn on. */
export function regionOf(shape: Shape, place: FramePlace): Region {
  switch (shape.kind) {
    case 'point': {
      const [x, y] = boardToFrame(place, shape.at);
      return { kind: 'point', x, y };
    }
    case 'rectangle': {
      const [ax, ay] = boardToFrame(place, shape.from);
      const [bx, by] = boardToFrame(place, shape.to);
      const [width, height] = [Math.abs(ax - bx), Math.abs(ay - by)];
      return { kind: 'rectangle', x: Math.min(ax, bx), y: Math.min(ay, by), width, height };
    }
    case 'lasso':
      return { kind: 'lasso', points: shape.points.map((point) => tenths(boardToFrame(place, point))) };
  }
}

/** A hand is no finer than that, and a lasso travels as text. */
function tenths([x, y]: FramePoint): FramePoint {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}
