import { type FramePoint, intersectRects, type Region } from '@pinpaint/domain';
import { boardToFrame, toBoard } from '../canvas/camera.ts';
import { pictureOf, seenOf } from '../canvas/viewActions.ts';
import { type BoardState, type BoardStore, looksOnly } from '../state/boardStore.ts';
import { addHint } from './addHint.ts';

/** Whether Enter draws: there is a frame to draw on, and a tool in hand that does. */
export function drawsByKey(state: BoardState): boolean {
  const { tool, frameId, drawn } = state;
  return tool !== 'select' && tool !== 'hand' && frameId !== null && !looksOnly(state) && !drawn;
}

/** Without a pointer: in the middle of what is seen of the selected frame, a spot, half of it as a rectangle, or what lies there. */
export function drawByKey(store: BoardStore): void {
  const state = store.getState();
  const { frameId, tool, view } = state;
  const place = frameId && state.places.get(frameId);
  const picture = frameId && pictureOf(state, frameId);
  const seen = picture && intersectRects(picture, { x: 0, y: 0, ...view });
  if (!frameId || !place || !seen) return;
  const at = (across: number, down: number): FramePoint =>
    boardToFrame(
      place,
      toBoard(state.camera, { x: seen.x + seen.width * across, y: seen.y + seen.height * down }),
    );
  if (tool === 'smart') {
    const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2];
    const hint = { kind: 'add', at: toBoard(state.camera, { x, y }) } as const;
    store.setState({ smart: addHint(state.smart, { frameId, hint, place, seen: seenOf(state, place) }) });
    return;
  }
  const region = tool === 'pin' ? spotAt(at(0.5, 0.5)) : rectangleOf(at(0.25, 0.25), at(0.75, 0.75));
  if (state.matching?.onDrawn) state.matching.onDrawn(region);
  else store.setState({ drawn: { purpose: tool === 'lock' ? 'lock' : 'pin', frameId, region } });
}

function spotAt([x, y]: FramePoint): Region {
  return { kind: 'point', x, y };
}

function rectangleOf([left, top]: FramePoint, [right, bottom]: FramePoint): Region {
  return { kind: 'rectangle', x: left, y: top, width: right - left, height: bottom - top };
}
