import type { BoardView, Group } from '@pinpaint/board';
import type { FrameId, PinId } from '@pinpaint/domain';
import type { Frame, Pin } from '../../data/types.ts';

export type TargetSources = {
  readonly now: BoardView;
  readonly past: BoardView;
  /** When the board was like that. */
  readonly at: string;
  /** Those there are; what is not among them is gone, or in the archive. */
  readonly frames: readonly Pick<Frame, 'id' | 'createdAt'>[];
  readonly pins: readonly Pick<Pin, 'id'>[];
};

/**
 * What a document is to hold so that the board lies as it did then. What exists is decided elsewhere: frames that
 * came since stay where they are, those that are gone stay away, and no pin loses its region.
 */
export function pastTarget({ now, past, at, frames, pins }: TargetSources): BoardView {
  const wereThere = new Set(frames.filter(({ createdAt }) => createdAt <= at).map(({ id }) => id));
  const areThere = new Set(frames.map(({ id }) => id));
  const pinIds = new Set(pins.map(({ id }) => id));
  return {
    frames: new Map([
      ...[...now.frames].filter(([id]) => !wereThere.has(id as FrameId)),
      ...[...past.frames].filter(([id]) => wereThere.has(id as FrameId)),
    ]),
    groups: new Map([...past.groups].flatMap(([id, group]) => stillThere(id, group, areThere))),
    regions: new Map([...now.regions, ...[...past.regions].filter(([id]) => pinIds.has(id as PinId))]),
    strokes: new Map([...past.strokes].filter(([, { pinId }]) => pinIds.has(pinId))),
    stickies: past.stickies,
    drawings: past.drawings,
  };
}

function stillThere(id: string, group: Group, areThere: ReadonlySet<FrameId>): [string, Group][] {
  const frameIds = group.frameIds.filter((frameId) => areThere.has(frameId));
  if (frameIds.length === group.frameIds.length) return [[id, group]];
  return frameIds.length === 0 ? [] : [[id, { ...group, frameIds }]];
}
