import type { BoardPoint } from '@pinpaint/board';
import type { FrameId } from '@pinpaint/domain';
import type { ScreenPoint } from '../canvas/camera.ts';
import { hasMoved, type Tool } from './tool.ts';

type Lasso = {
  readonly frameId: FrameId;
  readonly last: ScreenPoint;
  readonly points: readonly BoardPoint[];
} | null;

const nothing = { kind: 'sketch', shape: null } as const;
/** A triangle; fewer points have no inside. */
const fewestPoints = 3;

/** A line drawn over a picture, closed when the hand lets go. */
export const lassoTool: Tool<Lasso> = {
  idle: null,
  on(state, { kind, at, board, over }) {
    if (kind === 'down') {
      return { state: over.frameId && { frameId: over.frameId, last: at, points: [board] }, wishes: [] };
    }
    if (!state) return { state, wishes: [] };
    if (kind === 'move') {
      if (!hasMoved(state.last, at)) return { state, wishes: [] };
      const points = [...state.points, board];
      return {
        state: { ...state, last: at, points },
        wishes: [{ kind: 'sketch', shape: { kind: 'lasso', points } }],
      };
    }
    const { frameId, points } = state;
    if (kind === 'cancel' || points.length < fewestPoints) return { state: null, wishes: [nothing] };
    return { state: null, wishes: [nothing, { kind: 'draw', frameId, shape: { kind: 'lasso', points } }] };
  },
};
