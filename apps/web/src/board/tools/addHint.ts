import type { FramePlace } from '@pinpaint/board';
import type { FrameId, PixelRect } from '@pinpaint/domain';
import type { SelectHints } from '@pinpaint/imaging';
import { boardToFrame } from '../canvas/camera.ts';
import type { Smart } from '../state/boardStore.ts';
import { regionOf } from './regionOf.ts';
import type { Hint } from './tool.ts';

const none: SelectHints = { around: null, add: [], remove: [] };

type Hinted = {
  readonly frameId: FrameId;
  readonly hint: Hint;
  readonly place: FramePlace;
  readonly seen: PixelRect;
};

/** One more hint; a box, or another frame, begins anew. What is taken off before anything was shown means nothing. */
export function addHint(before: Smart | null, { frameId, hint, place, seen }: Hinted): Smart | null {
  const hints = before?.frameId === frameId ? before.hints : { ...none, seen };
  if (hint.kind === 'rectangle') {
    const around = regionOf(hint, place);
    return around.kind === 'rectangle' ? { frameId, hints: { ...none, seen, around } } : before;
  }
  const at = boardToFrame(place, hint.at);
  if (hint.kind === 'add') return { frameId, hints: { ...hints, add: [...hints.add, at] } };
  return hints.add.length === 0 && !hints.around
    ? before
    : { frameId, hints: { ...hints, remove: [...hints.remove, at] } };
}
