import type { FramePlace } from '@pinpaint/board';
import { type FrameId, intersectRects, regionProblem } from '@pinpaint/domain';
import type { ScreenRect } from '../canvas/camera.ts';
import { panBy, pictureOf, seenOf } from '../canvas/viewActions.ts';
import { type BoardStore, looksOnly } from '../state/boardStore.ts';
import { selectFrame, selectPin } from '../state/changeState.ts';
import { addHint } from './addHint.ts';
import { regionOf } from './regionOf.ts';
import type { Hint, Shape, ToolWish } from './tool.ts';

export type WishPorts = {
  readonly store: BoardStore;
  readonly move: (places: ReadonlyMap<FrameId, FramePlace>) => void;
  readonly onSketch: (shape: Shape | null) => void;
  readonly onMarquee: (rect: ScreenRect | null) => void;
};

/** Does what tools want. Frames that are dragged move here alone until the hand lets go, which is one step of undo. */
export function openWishes({ store, move, onSketch, onMarquee }: WishPorts): (wish: ToolWish) => void {
  let before: ReadonlyMap<FrameId, FramePlace> | null = null;

  function drag({ dx, dy, isDone }: Extract<ToolWish, { kind: 'move' }>): void {
    before ??= selectedPlaces(store);
    const moved = new Map(
      [...before].map(([id, place]) => [id, { ...place, x: place.x + dx, y: place.y + dy }]),
    );
    store.setState(({ places }) => ({ places: new Map([...places, ...moved]) }));
    if (!isDone) return;
    before = null;
    move(moved);
  }

  function putBack(): void {
    const lay = before;
    before = null;
    if (lay) store.setState(({ places }) => ({ places: new Map([...places, ...lay]) }));
  }

  return (wish) => {
    switch (wish.kind) {
      case 'pan':
        return panBy(store, wish.dx, wish.dy);
      case 'select':
        return selectAnd(store, wish);
      case 'select-pin':
        return selectPin(store, { id: wish.pinId, frameId: wish.frameId });
      case 'move':
        // Who only looks moves the view instead of the pictures.
        return !looksOnly(store.getState()) ? drag(wish) : undefined;
      case 'unmove':
        return putBack();
      case 'marquee':
        return onMarquee(wish.rect);
      case 'choose':
        return choose(store, wish);
      case 'sketch':
        return onSketch(wish.shape);
      case 'draw':
        return draw(store, wish);
      case 'hint':
        return hintAt(store, wish);
    }
  };
}

export function selectedPlaces(store: BoardStore): ReadonlyMap<FrameId, FramePlace> {
  const { frameId, alsoSelected, places } = store.getState();
  const ids = frameId ? [frameId, ...alsoSelected] : alsoSelected;
  return new Map(
    ids.flatMap((id) => {
      const place = places.get(id);
      return place ? [[id, place] as const] : [];
    }),
  );
}

function selectAnd(store: BoardStore, { frameId, adds }: Extract<ToolWish, { kind: 'select' }>): void {
  const { frameId: first, alsoSelected, pinId } = store.getState();
  if (!frameId || !first || !adds) {
    const isSelected = frameId !== null && !pinId && (frameId === first || alsoSelected.includes(frameId));
    // Pressing one of several that are selected is how they are all dragged.
    if (!isSelected) selectFrame(store, frameId);
    return;
  }
  if (frameId === first) return;
  const others = alsoSelected.filter((id) => id !== frameId);
  store.setState({
    alsoSelected: others.length < alsoSelected.length ? others : [...alsoSelected, frameId],
    pinId: null,
  });
}

function choose(store: BoardStore, { rect, adds }: Extract<ToolWish, { kind: 'choose' }>): void {
  const state = store.getState();
  const inside = [...state.places.keys()].filter((id) => {
    const picture = pictureOf(state, id);
    return picture && intersectRects(picture, rect);
  });
  const all =
    adds && state.frameId ? [...new Set([state.frameId, ...state.alsoSelected, ...inside])] : inside;
  selectFrame(store, all[0] ?? null);
  store.setState({ alsoSelected: all.slice(1) });
}

/** What lies beside the picture starts nothing: nothing can be asked of it. */
function draw(store: BoardStore, { frameId, shape }: Extract<ToolWish, { kind: 'draw' }>): void {
  const { places, bounds, tool, matching } = store.getState();
  const place = places.get(frameId);
  const picture = bounds.get(frameId);
  const region = place && regionOf(shape, place);
  if (!region || !picture || regionProblem(region, picture)) return;
  if (matching?.onDrawn) {
    if (matching.frameId === frameId) matching.onDrawn(region);
    return;
  }
  const purpose = tool === 'lock' ? 'lock' : 'pin';
  store.setState({
    drawn: { purpose, frameId, region },
    frameId,
    pinId: null,
    alsoSelected: [],
  });
}

function hintAt(store: BoardStore, { frameId, hint }: Extract<ToolWish, { kind: 'hint' }>): void {
  const { places, smart, takesOff, camera, view } = store.getState();
  const place = places.get(frameId);
  if (!place) return;
  const seen = seenOf({ camera, view }, place);
  const meant: Hint = hint.kind === 'add' && takesOff ? { ...hint, kind: 'remove' } : hint;
  store.setState({
    smart: addHint(smart, { frameId, hint: meant, place, seen }),
    frameId,
    pinId: null,
    alsoSelected: [],
  });
}
