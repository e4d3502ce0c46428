import type { BrushStroke, FrameId, PinId, Region } from '@pinpaint/domain';
import type * as Y from 'yjs';

/** Board space: one unit is one pixel on a screen at 100 %, x right, y down. It has no edge. */
export type BoardPoint = { readonly x: number; readonly y: number };

/**
 * What a frame's number or name says elsewhere is not here: a document holds only how things lie. `isLaid`: nobody has
 * put it there; it was written down so that it stays where the rows had it, as somebody moved another one.
 */
export type FramePlace = BoardPoint & { readonly scale: number; readonly isLaid?: true };

export type Group = { readonly name: string; readonly frameIds: readonly FrameId[] };

/** A stroke of somebody who refines a pin's region by hand, in frame space. */
export type MaskStroke = { readonly pinId: PinId; readonly stroke: BrushStroke };

export type Sticky = BoardPoint & {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly colour: StickyColour;
};

export const stickyColours = ['yellow', 'green', 'blue', 'pink', 'grey'] as const;
export type StickyColour = (typeof stickyColours)[number];

export type Drawing = {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly widthPx: number;
  readonly colour: StickyColour;
};

/**
 * What a board's document holds, by id. Every value is plain and replaced as a whole: shared types inside
 * of shared types would be lost when two people make the same one at once.
 */
export type BoardParts = {
  readonly frames: FramePlace;
  readonly groups: Group;
  readonly regions: Region;
  readonly strokes: MaskStroke;
  readonly stickies: Sticky;
  readonly drawings: Drawing;
};

export type BoardPart = keyof BoardParts;

export const boardParts = [
  'frames',
  'groups',
  'regions',
  'strokes',
  'stickies',
  'drawings',
] as const satisfies readonly BoardPart[];

/** The only place that knows the document's keys. */
export function partOf<P extends keyof BoardParts>(doc: Y.Doc, part: P): Y.Map<BoardParts[P]> {
  return doc.getMap(part);
}
