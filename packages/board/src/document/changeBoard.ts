import type { FrameId, PinId, Region } from '@pinpaint/domain';
import type * as Y from 'yjs';
import {
  type BoardParts,
  type Drawing,
  type FramePlace,
  type Group,
  type MaskStroke,
  partOf,
  type Sticky,
} from './board.ts';

/** Who or what a change comes from. Undo is per person: it takes back what has their origin alone. */
export type ChangeOrigin = { readonly origin?: unknown };

/** Each function here is one transaction, so one step of undo and one message. */
export function placeFrame(doc: Y.Doc, id: FrameId, place: FramePlace & ChangeOrigin): void {
  const { origin, x, y, scale } = place;
  put(doc, 'frames', { id, value: { x, y, scale }, origin });
}

/**
 * For frames moved together.
 *
 * @param laid others that nobody has put anywhere, and that stay where they lie
 */
export function placeFrames(doc: Y.Doc, places: Places, { origin, laid = new Map() }: Placing = {}): void {
  const frames = partOf(doc, 'frames');
  doc.transact(() => {
    for (const [id, { x, y, scale }] of laid) frames.set(id, { x, y, scale, isLaid: true });
    for (const [id, { x, y, scale }] of places) frames.set(id, { x, y, scale });
  }, origin);
}

type Places = ReadonlyMap<FrameId, FramePlace>;
type Placing = ChangeOrigin & { readonly laid?: Places };

export function setGroup(doc: Y.Doc, id: string, group: Group & ChangeOrigin): void {
  const { origin, name, frameIds } = group;
  put(doc, 'groups', { id, value: { name, frameIds }, origin });
}

/** The frames stay where they lie. */
export function removeGroup(doc: Y.Doc, id: string, { origin }: ChangeOrigin = {}): void {
  take(doc, 'groups', { id, origin });
}

/**
 * Puts the region that a pin was placed with, unless there is one: what people have refined since is
 * never overwritten, however often this is called.
 */
export function setPinRegionOnce(
  doc: Y.Doc,
  id: PinId,
  { region, origin }: { readonly region: Region } & ChangeOrigin,
): void {
  if (!partOf(doc, 'regions').has(id)) put(doc, 'regions', { id, value: region, origin });
}

export function refinePinRegion(
  doc: Y.Doc,
  id: PinId,
  { region, origin }: { readonly region: Region } & ChangeOrigin,
): void {
  put(doc, 'regions', { id, value: region, origin });
}

export function addMaskStroke(doc: Y.Doc, id: string, stroke: MaskStroke & ChangeOrigin): void {
  const { origin, ...value } = stroke;
  put(doc, 'strokes', { id, value, origin });
}

/** When they have become part of the region, or are not wanted. */
export function removeMaskStrokes(doc: Y.Doc, pinId: PinId, { origin }: ChangeOrigin = {}): void {
  const strokes = partOf(doc, 'strokes');
  doc.transact(() => {
    for (const [id, stroke] of [...strokes]) if (stroke.pinId === pinId) strokes.delete(id);
  }, origin);
}

export function setSticky(doc: Y.Doc, id: string, sticky: Sticky & ChangeOrigin): void {
  const { origin, ...value } = sticky;
  put(doc, 'stickies', { id, value, origin });
}

export function removeSticky(doc: Y.Doc, id: string, { origin }: ChangeOrigin = {}): void {
  take(doc, 'stickies', { id, origin });
}

export function addDrawing(doc: Y.Doc, id: string, drawing: Drawing & ChangeOrigin): void {
  const { origin, ...value } = drawing;
  put(doc, 'drawings', { id, value, origin });
}

export function removeDrawing(doc: Y.Doc, id: string, { origin }: ChangeOrigin = {}): void {
  take(doc, 'drawings', { id, origin });
}

type Putting<T> = { readonly id: string; readonly value: T; readonly origin: unknown };

function put<P extends keyof BoardParts>(
  doc: Y.Doc,
  part: P,
  { id, value, origin }: Putting<BoardParts[P]>,
): void {
  doc.transact(() => partOf(doc, part).set(id, value), origin);
}

function take(
  doc: Y.Doc,
  part: keyof BoardParts,
  { id, origin }: Pick<Putting<never>, 'id' | 'origin'>,
): void {
  doc.transact(() => partOf(doc, part).delete(id), origin);
}
