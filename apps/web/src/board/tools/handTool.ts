import type { ScreenPoint } from '../canvas/camera.ts';
import type { Tool } from './tool.ts';

/** Moves the view. */
export const handTool: Tool<ScreenPoint | null> = {
  idle: null,
  on(last, { kind, at }) {
    if (kind === 'down') return { state: at, wishes: [] };
    if (kind !== 'move' || !last) return { state: null, wishes: [] };
    return { state: at, wishes: [{ kind: 'pan', dx: at.x - last.x, dy: at.y - last.y }] };
  },
};
