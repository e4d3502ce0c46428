import type { ScreenPoint } from '../../board/canvas/camera.ts';

/** What one finger does. Two always move and zoom. */
export type FingerTool = 'draw' | 'move' | 'slide';

export type PointerMove = {
  readonly type: 'down' | 'move' | 'up' | 'cancel';
  readonly id: number;
  readonly at: ScreenPoint;
};

type Finger = { readonly id: number; readonly at: ScreenPoint };

export type Gesture =
  | { readonly kind: 'idle' }
  | { readonly kind: 'pressed'; readonly tool: FingerTool; readonly finger: Finger }
  | { readonly kind: 'drawing'; readonly finger: Finger; readonly path: readonly ScreenPoint[] }
  | { readonly kind: 'dragging'; readonly tool: 'move' | 'slide'; readonly finger: Finger }
  | { readonly kind: 'pinching'; readonly fingers: readonly [Finger, Finger] }
  /** Fingers that are left of a pinch do nothing until all are up. */
  | { readonly kind: 'spent'; readonly down: number };

export type Deed =
  | { readonly do: 'tap'; readonly at: ScreenPoint }
  | { readonly do: 'draw'; readonly path: readonly ScreenPoint[]; readonly isDone: boolean }
  /** What was being drawn is none: a second finger has come. */
  | { readonly do: 'undraw' }
  | { readonly do: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly do: 'slide'; readonly at: ScreenPoint }
  | { readonly do: 'pinch'; readonly from: FingerPair; readonly to: FingerPair };

export type FingerPair = readonly [ScreenPoint, ScreenPoint];
export type Step = { readonly gesture: Gesture; readonly deed: Deed | null };

export const idle: Gesture = { kind: 'idle' };

/** How far a finger trembles while it taps. */
const trembleDistance = 7;

/** The next gesture, and what it does to the picture. */
export function stepGesture(gesture: Gesture, move: PointerMove, tool: FingerTool): Step {
  const finger: Finger = { id: move.id, at: move.at };
  if (move.type === 'cancel') return { gesture: idle, deed: undrawn(gesture) };
  switch (gesture.kind) {
    case 'idle':
      return move.type === 'down' ? only({ kind: 'pressed', tool, finger }) : only(gesture);
    case 'pressed':
      return stepPressed(gesture, move);
    case 'drawing':
      return stepDrawing(gesture, move);
    case 'dragging':
      return stepDragging(gesture, move);
    case 'pinching':
      return stepPinching(gesture, move);
    case 'spent': {
      const down = gesture.down + (move.type === 'down' ? 1 : move.type === 'up' ? -1 : 0);
      return only(down <= 0 ? idle : { kind: 'spent', down });
    }
  }
}

function stepPressed(gesture: Extract<Gesture, { kind: 'pressed' }>, move: PointerMove): Step {
  const { finger, tool } = gesture;
  if (move.type === 'down') return pinchWith(finger, move);
  if (move.id !== finger.id) return only(gesture);
  if (move.type === 'up') return { gesture: idle, deed: { do: 'tap', at: finger.at } };
  if (distance(finger.at, move.at) < trembleDistance) return only(gesture);
  if (tool === 'draw') {
    const path = [finger.at, move.at];
    const moved = { id: move.id, at: move.at };
    return { gesture: { kind: 'drawing', finger: moved, path }, deed: { do: 'draw', path, isDone: false } };
  }
  return stepDragging({ kind: 'dragging', tool, finger }, move);
}

function stepDrawing(gesture: Extract<Gesture, { kind: 'drawing' }>, move: PointerMove): Step {
  const { finger } = gesture;
  if (move.type === 'down') return { ...pinchWith(gesture.finger, move), deed: { do: 'undraw' } };
  if (move.id !== finger.id) return only(gesture);
  if (move.type === 'up') return { gesture: idle, deed: { do: 'draw', path: gesture.path, isDone: true } };
  const path = [...gesture.path, move.at];
  const next = { kind: 'drawing', finger: { id: move.id, at: move.at }, path } as const;
  return { gesture: next, deed: { do: 'draw', path, isDone: false } };
}

function stepDragging(gesture: Extract<Gesture, { kind: 'dragging' }>, move: PointerMove): Step {
  const { finger, tool } = gesture;
  if (move.type === 'down') return pinchWith(finger, move);
  if (move.id !== finger.id) return only(gesture);
  if (move.type === 'up') return only(idle);
  const [dx, dy] = [move.at.x - finger.at.x, move.at.y - finger.at.y];
  const deed: Deed = tool === 'slide' ? { do: 'slide', at: move.at } : { do: 'pan', dx, dy };
  return { gesture: { ...gesture, finger: { id: move.id, at: move.at } }, deed };
}

function stepPinching({ fingers }: Extract<Gesture, { kind: 'pinching' }>, move: PointerMove): Step {
  if (move.type === 'down') return only({ kind: 'spent', down: 3 });
  if (move.type === 'up') return only({ kind: 'spent', down: 1 });
  const [a, b] = fingers;
  const moved = (finger: Finger) => (finger.id === move.id ? { id: move.id, at: move.at } : finger);
  const next = [moved(a), moved(b)] as const;
  return {
    gesture: { kind: 'pinching', fingers: next },
    deed: { do: 'pinch', from: [a.at, b.at], to: [next[0].at, next[1].at] },
  };
}

function pinchWith(finger: Finger, { id, at }: PointerMove): Step {
  return only({ kind: 'pinching', fingers: [finger, { id, at }] });
}

function undrawn(gesture: Gesture): Deed | null {
  return gesture.kind === 'drawing' ? { do: 'undraw' } : null;
}

function only(gesture: Gesture): Step {
  return { gesture, deed: null };
}

function distance(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
