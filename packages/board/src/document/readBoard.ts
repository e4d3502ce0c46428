import { type FrameId, type PinId, parseId } from '@pinpaint/domain';
import type * as Y from 'yjs';
import { type BoardParts, partOf, stickyColours } from './board.ts';

export type BoardView = { readonly [P in keyof BoardParts]: ReadonlyMap<string, BoardParts[P]> };

/**
 * What a document holds. Everybody who may edit writes into it with a program of their own choice, so what
 * does not look right is left out here, and drawing code need not doubt what it gets.
 */
export function readBoard(doc: Y.Doc): BoardView {
  return {
    frames: valid(doc, 'frames', isFramePlace),
    groups: valid(doc, 'groups', isGroup),
    regions: valid(doc, 'regions', isRegion),
    strokes: valid(doc, 'strokes', isMaskStroke),
    stickies: valid(doc, 'stickies', isSticky),
    drawings: valid(doc, 'drawings', isDrawing),
  };
}

type Facts = Readonly<Record<string, unknown>>;

function valid<P extends keyof BoardParts>(
  doc: Y.Doc,
  part: P,
  looksRight: (value: Facts) => boolean,
): ReadonlyMap<string, BoardParts[P]> {
  const entries = [...partOf(doc, part)].filter(([, value]) => isFacts(value) && looksRight(value));
  return new Map(entries);
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFramePlace({ x, y, scale }: Facts): boolean {
  return areFinite([x, y]) && isPositive(scale);
}

function isGroup({ name, frameIds }: Facts): boolean {
  return typeof name === 'string' && isListOf(frameIds, isIdOf<FrameId>);
}

/** As far as its shape goes; `regionProblem` says whether it can be used on a frame. */
function isRegion(region: Facts): boolean {
  switch (region.kind) {
    case 'none':
      return true;
    case 'point':
      return areFinite([region.x, region.y]);
    case 'rectangle':
      return areFinite([region.x, region.y, region.width, region.height]);
    case 'ellipse':
      return areFinite([region.cx, region.cy, region.rx, region.ry]);
    case 'lasso':
      return isListOf(region.points, isPoint);
    case 'brush':
      return isListOf(region.strokes, isStroke);
    case 'raster':
      return (
        typeof region.mask === 'string' &&
        isFacts(region.rect) &&
        areFinite([region.rect.x, region.rect.y, region.rect.width, region.rect.height])
      );
    default:
      return false;
  }
}

function isMaskStroke({ pinId, stroke }: Facts): boolean {
  return isIdOf<PinId>(pinId) && isStroke(stroke);
}

function isSticky({ x, y, width, height, text, colour }: Facts): boolean {
  return areFinite([x, y]) && isPositive(width) && isPositive(height) && isText(text) && isColour(colour);
}

function isDrawing({ points, widthPx, colour }: Facts): boolean {
  return isListOf(points, isPoint) && isPositive(widthPx) && isColour(colour);
}

function isStroke(value: unknown): boolean {
  if (!isFacts(value)) return false;
  return isListOf(value.points, isPoint) && isPositive(value.radiusPx) && typeof value.erase === 'boolean';
}

function isPoint(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && areFinite(value);
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isIdOf<I extends FrameId | PinId>(value: unknown): boolean {
  return typeof value === 'string' && parseId<I>(value) !== null;
}

function isColour(value: unknown): boolean {
  return stickyColours.some((colour) => colour === value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function areFinite(values: readonly unknown[]): boolean {
  return values.every(Number.isFinite);
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
