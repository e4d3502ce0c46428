import type { ScreenPoint, ScreenRect, ViewSize } from '../canvas/camera.ts';

/** In CSS pixels, as everything here. */
export const editPanelWidth = 364;
const fromFrame = 24;
const underFrame = 10;
const fromEdge = 12;
/** The minimap lies in the corner at the right; it is kept clear where there is room above it. */
const overMap = 128;
/** What a strip needs beside a panel. There is always as much: a view with less is narrow. */
const leastSpan = 320;

export type Anchored = ScreenPoint & { readonly width: number };

type Around = {
  readonly frame: ScreenRect;
  /** What must stay to be seen. */
  readonly region: ScreenRect;
  readonly view: ViewSize;
};

/**
 * Where a panel stands beside a frame: to its right, else to its left, else over it beside the region. When
 * the region leaves no room either, at the side where it hides less of it.
 */
export function besideFrame({ frame, region, view }: Around, heightPx: number): Anchored {
  const width = editPanelWidth;
  const [least, most] = [fromEdge, view.width - width - fromEdge];
  const besideStrip = leastSpan + 2 * fromEdge;
  const right = Math.max(frame.x + frame.width + fromFrame, besideStrip);
  const left = Math.min(frame.x - fromFrame, view.width - besideStrip) - width;
  const y = within(frame.y, fromEdge, view.height - heightPx - fromEdge);
  if (right <= most) {
    const clear = within(frame.y, fromEdge, view.height - heightPx - overMap);
    return { x: right, y: clear, width };
  }
  if (left >= least) return { x: left, y, width };
  const roomRight = view.width - (region.x + region.width);
  return { x: roomRight >= region.x ? Math.max(most, least) : least, y, width };
}

/** Whether the view is too narrow for anything to stand beside a picture: then it is a sheet. */
export function isNarrow({ width }: ViewSize): boolean {
  return width < 2 * editPanelWidth;
}

/** From where to where, across, something lies beside a panel. */
export type FreeSpan = { readonly x: number; readonly width: number };

export function besidePanel(view: ViewSize, panel: Anchored | null): FreeSpan {
  const whole = { x: fromEdge, width: view.width - 2 * fromEdge };
  if (!panel) return whole;
  const left = { x: fromEdge, width: panel.x - 2 * fromEdge };
  const end = panel.x + panel.width + fromEdge;
  const right = { x: end, width: view.width - end - fromEdge };
  return left.width >= right.width ? left : right;
}

type Strip = Around & { readonly size: ViewSize; readonly span: FreeSpan };

/** Where a strip lies under a frame: in view, within the span, and not over the region where there is a way. */
export function underFrameAt({ frame, region, view, size, span }: Strip): ScreenPoint {
  const x = within(frame.x, span.x, span.x + span.width - size.width);
  const lowest = view.height - size.height - fromEdge;
  const y = Math.min(frame.y + frame.height + underFrame, lowest);
  const hides = y < region.y + region.height && region.y < y + size.height;
  if (!hides) return { x, y };
  const overFrame = frame.y - size.height - underFrame;
  const overRegion = region.y - size.height - underFrame;
  const free = [overFrame, overRegion].find((one) => one >= fromEdge);
  return { x, y: free ?? y };
}

/** When the most lies below the least, the least: the beginning of a thing is seen rather than its end. */
function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
