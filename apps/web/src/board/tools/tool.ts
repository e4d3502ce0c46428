import type { BoardPoint } from '@pinpaint/board';
import type { FrameId, PinId } from '@pinpaint/domain';
import type { ScreenPoint, ScreenRect } from '../canvas/camera.ts';

/** What lies under the pointer, the topmost. */
export type Target = { readonly frameId: FrameId | null; readonly pinId: PinId | null };

export type PointerNews = {
  readonly kind: 'down' | 'move' | 'up' | 'cancel';
  readonly at: ScreenPoint;
  readonly board: BoardPoint;
  readonly over: Target;
  /** Shift: to what is selected already. */
  readonly adds: boolean;
  /** Alt: from what is found already. */
  readonly takesOff: boolean;
};

/** What is being drawn, in board space. */
export type Shape =
  | { readonly kind: 'point'; readonly at: BoardPoint }
  | { readonly kind: 'rectangle'; readonly from: BoardPoint; readonly to: BoardPoint }
  | { readonly kind: 'lasso'; readonly points: readonly BoardPoint[] };

/** What shows Smart select the thing that is meant, in board space. */
export type Hint =
  | Extract<Shape, { kind: 'rectangle' }>
  | { readonly kind: 'add' | 'remove'; readonly at: BoardPoint };

/** What a tool wants done. It does nothing itself. */
export type ToolWish =
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'select'; readonly frameId: FrameId | null; readonly adds: boolean }
  | { readonly kind: 'select-pin'; readonly pinId: PinId; readonly frameId: FrameId }
  /** By so much from where the frames lay when the pointer went down. */
  | { readonly kind: 'move'; readonly dx: number; readonly dy: number; readonly isDone: boolean }
  | { readonly kind: 'unmove' }
  /** null: no more. */
  | { readonly kind: 'marquee'; readonly rect: ScreenRect | null }
  | { readonly kind: 'choose'; readonly rect: ScreenRect; readonly adds: boolean }
  | { readonly kind: 'sketch'; readonly shape: Shape | null }
  | { readonly kind: 'draw'; readonly frameId: FrameId; readonly shape: Shape }
  | { readonly kind: 'hint'; readonly frameId: FrameId; readonly hint: Hint };

export type Step<S> = { readonly state: S; readonly wishes: readonly ToolWish[] };

/** A small machine: each news of the pointer gives the next state, and what is wanted. */
export type Tool<S> = {
  readonly idle: S;
  on(state: S, news: PointerNews): Step<S>;
};

/** A tool in somebody's hand. */
export type HeldTool = (news: PointerNews) => readonly ToolWish[];

export function hold<S>(tool: Tool<S>): HeldTool {
  let state = tool.idle;
  return (news) => {
    const step = tool.on(state, news);
    state = step.state;
    return step.wishes;
  };
}

/** Below this, a hand that only wants to click has trembled. */
const tremblePx = 4;

export function hasMoved(from: ScreenPoint, to: ScreenPoint): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= tremblePx;
}

export function rectBetween(a: ScreenPoint, b: ScreenPoint): ScreenRect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
