import { type FrameId, type PinId, parseId } from '@pinpaint/domain';
import { type ScreenPoint, toBoard } from '../canvas/camera.ts';
import { panBy, pictureOf, zoomBy } from '../canvas/viewActions.ts';
import { type BoardStore, looksOnly } from '../state/boardStore.ts';
import { handTool } from './handTool.ts';
import { type HeldTool, hold, type PointerNews, type Target, type ToolWish } from './tool.ts';
import { type LockShape, takeUp } from './toolbox.ts';

export type HostParts = {
  readonly root: HTMLElement;
  readonly store: BoardStore;
  readonly onWish: (wish: ToolWish) => void;
  readonly onPoint: (board: ScreenPoint | null) => void;
};

const lineHeightPx = 16;
/** How much a turn of the wheel, or a pinch on a trackpad, changes the scale. */
const zoomPerPx = 0.01;
const mostZoomAtOnce = 40;

/** Takes the pointer's events on the canvas to the tool in hand. One finger is the tool's, two are the view's. */
export class ToolHost {
  readonly #parts: HostParts;
  readonly #ends = new AbortController();
  readonly #fingers = new Map<number, ScreenPoint>();
  #held: HeldTool | null = null;
  #lockShape: LockShape = 'lasso';
  /** While Space is down, whatever the tool. */
  isPanning = false;

  constructor(parts: HostParts) {
    this.#parts = parts;
    const { root, onPoint } = parts;
    const { signal } = this.#ends;
    root.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    root.addEventListener('pointermove', (event) => this.#move(event), { signal });
    root.addEventListener('pointerup', (event) => this.#up(event, 'up'), { signal });
    root.addEventListener('pointercancel', (event) => this.#up(event, 'cancel'), { signal });
    root.addEventListener('pointerleave', () => onPoint(null), { signal });
    root.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
  }

  stop(): void {
    this.#ends.abort();
  }

  /** Whatever is being done, it is not. */
  cancel(): void {
    const nowhere = { x: 0, y: 0 };
    this.#tell({ kind: 'cancel', at: nowhere, board: nowhere, over: nothing, adds: false, takesOff: false });
    this.#held = null;
  }

  #down(event: PointerEvent): void {
    const { root } = this.#parts;
    if (event.button > 1 || this.#fingers.size > 1 || isHandle(event.target)) return;
    const at = this.#at(event);
    this.#fingers.set(event.pointerId, at);
    if (this.#fingers.size === 2) {
      this.cancel();
      return;
    }
    // Else a drag would select words, and the middle button would scroll.
    if (event.pointerType === 'mouse' && event.button === 1) event.preventDefault();
    root.setPointerCapture(event.pointerId);
    this.#held = this.#toolFor(event);
    this.#tell(this.#newsOf(event, 'down'));
  }

  #move(event: PointerEvent): void {
    const { store, onPoint } = this.#parts;
    const at = this.#at(event);
    onPoint(toBoard(store.getState().camera, at));
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    if (this.#fingers.size === 2) this.#pinch(event.pointerId, before, at);
    else this.#tell(this.#newsOf(event, 'move'));
    this.#fingers.set(event.pointerId, at);
  }

  #up(event: PointerEvent, kind: 'up' | 'cancel'): void {
    if (!this.#fingers.delete(event.pointerId)) return;
    this.#tell(this.#newsOf(event, kind));
    this.#held = null;
  }

  /** The point between the fingers stays under them, and so does the distance. */
  #pinch(pointerId: number, before: ScreenPoint, at: ScreenPoint): void {
    const { store } = this.#parts;
    const other = [...this.#fingers].find(([id]) => id !== pointerId)?.[1];
    if (!other) return;
    panBy(store, (at.x - before.x) / 2, (at.y - before.y) / 2);
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    zoomBy(store, distance(at, other) / Math.max(1, distance(before, other)), middle);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const { store } = this.#parts;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeightPx : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      const by = Math.min(mostZoomAtOnce, Math.max(-mostZoomAtOnce, dy));
      zoomBy(store, Math.exp(-by * zoomPerPx), this.#at(event));
    } else if (event.shiftKey && dx === 0) panBy(store, -dy, 0);
    else panBy(store, -dx, -dy);
  }

  #toolFor({ button, pointerType }: PointerEvent): HeldTool {
    const state = this.#parts.store.getState();
    const { tool, drawn } = state;
    const onlyPans = looksOnly(state) && tool !== 'select';
    if (this.isPanning || button === 1 || onlyPans || drawn) return hold(handTool);
    // A finger on the glass moves it; frames are moved by a mouse or a pen.
    if (pointerType === 'touch' && tool === 'select') return tapOrPan();
    if (tool === 'rectangle' || tool === 'lasso') this.#lockShape = tool;
    return takeUp(tool, this.#lockShape);
  }

  #tell(news: PointerNews): void {
    for (const wish of this.#held?.(news) ?? []) this.#parts.onWish(wish);
  }

  #newsOf(event: PointerEvent, kind: PointerNews['kind']): PointerNews {
    const { store } = this.#parts;
    const at = this.#at(event);
    const over = kind === 'down' ? this.#targetAt(event, at) : nothing;
    return {
      kind,
      at,
      board: toBoard(store.getState().camera, at),
      over,
      adds: event.shiftKey,
      takesOff: event.altKey,
    };
  }

  #targetAt(event: PointerEvent, at: ScreenPoint): Target {
    const mark = event.target instanceof Element ? event.target.closest('[data-frame]') : null;
    if (mark instanceof HTMLElement) {
      const { frame = '', pin = '' } = mark.dataset;
      return { frameId: parseId<FrameId>(frame), pinId: parseId<PinId>(pin) };
    }
    const state = this.#parts.store.getState();
    const under = [...state.places.keys()].findLast((id) => {
      const picture = pictureOf(state, id);
      return picture && isInside(picture, at);
    });
    return { frameId: under ?? null, pinId: null };
  }

  #at({ clientX, clientY }: MouseEvent): ScreenPoint {
    const { left, top } = this.#parts.root.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}

const nothing: Target = { frameId: null, pinId: null };

/** For fingers: a tap selects as Select does, a drag moves the view as the hand does. */
function tapOrPan(): HeldTool {
  const [select, pan] = [takeUp('select', 'lasso'), hold(handTool)];
  return (news) => [...(news.kind === 'move' ? [] : select(news)), ...pan(news)];
}

function isInside(
  rect: { x: number; y: number; width: number; height: number },
  { x, y }: ScreenPoint,
): boolean {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

function distance(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** What lies on a picture to be dragged by itself. */
function isHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-handle]') !== null;
}
