'use client';

import { useEffect } from 'react';
import { isTyping } from '../../ui/isTyping.ts';
import { type SmartFound, useFound } from '../canvas/find/useFound.ts';
import { showAll, showFullSize, showSelected, zoomBy } from '../canvas/viewActions.ts';
import { openCompareOf } from '../compare/openCompare.ts';
import type { BoardSession } from '../room/BoardSession.ts';
import { useSession } from '../room/SessionContext.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { type BoardStore, looksOnly, type ToolName } from '../state/boardStore.ts';
import { selectFrame } from '../state/changeState.ts';
import { useVersions } from '../state/useBoardData.ts';
import { selectedPlaces } from './doWish.ts';
import { drawByKey, drawsByKey } from './drawByKey.ts';
import { takeFound } from './takeFound.ts';

/** The whole board by keys. Where somebody types, or something is open, keys are that thing's. */
export function useBoardKeys({ onHelp }: { readonly onHelp: () => void }): void {
  const { store } = useBoardContext();
  const session = useSession();
  const versions = useVersions().data;
  const found = useFound();
  useEffect(() => {
    const compare = () => {
      const { frameId, compare: isOpen } = store.getState();
      if (frameId && !isOpen) openCompareOf(store, versions ?? [], frameId);
    };
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event)) return;
      if (undoBy(event, session) || isInside(event.target) || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const did = doKey(event, { store, session, onHelp, compare, found });
      if (did) event.preventDefault();
    };
    const up = ({ key }: KeyboardEvent) => {
      if (key.toLowerCase() === 'x') store.setState({ holdsBefore: false });
    };
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
    };
  }, [store, session, versions, found, onHelp]);
}

export const toolKeys: Readonly<Record<ToolName, string>> = {
  select: 'V',
  hand: 'H',
  pin: 'C',
  rectangle: 'R',
  lasso: 'L',
  smart: 'S',
  lock: 'K',
};

type KeyPorts = {
  readonly store: BoardStore;
  readonly session: BoardSession;
  readonly onHelp: () => void;
  readonly compare: () => void;
  readonly found: SmartFound | null;
};

const zoomStep = 1.25;
const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** @returns whether the key meant something here */
function doKey(event: KeyboardEvent, { store, session, onHelp, compare, found }: KeyPorts): boolean {
  const key = event.key.toLowerCase();
  const state = store.getState();
  const tool = (Object.keys(toolKeys) as ToolName[]).find((name) => toolKeys[name].toLowerCase() === key);
  if (tool) {
    if (!looksOnly(state) || tool === 'select' || tool === 'hand') store.setState({ tool });
    return true;
  }
  const actions: Readonly<Record<string, () => void>> = {
    0: () => showFullSize(store),
    1: () => showAll(store),
    2: () => showSelected(store),
    '+': () => zoomBy(store, zoomStep),
    '=': () => zoomBy(store, zoomStep),
    '-': () => zoomBy(store, 1 / zoomStep),
    q: () => store.setState({ showsMask: !state.showsMask }),
    x: () => store.setState({ holdsBefore: true }),
    y: compare,
    '?': onHelp,
    enter: () => (found?.region ? takeFound(store, found) : drawByKey(store)),
    escape: () => letGo(store),
  };
  if (key === 'enter' && (!drawsByKey(state) || isElsewhere(event.target))) return false;
  const action = actions[key];
  action?.();
  if (action) return true;
  return nudge(event, store, session);
}

/** What is nearest to the hand first. */
function letGo(store: BoardStore): void {
  const { drawn, smart, following, tool, pinId, frameId } = store.getState();
  if (smart) store.setState({ smart: null, takesOff: false });
  else if (drawn) store.setState({ drawn: null });
  else if (following !== null) store.setState({ following: null });
  else if (tool !== 'select') store.setState({ tool: 'select' });
  else if (pinId) store.setState({ pinId: null });
  else if (frameId) selectFrame(store, null);
}

/** With a pin selected, arrows flip its candidates. */
function nudge({ key, shiftKey }: KeyboardEvent, store: BoardStore, session: BoardSession): boolean {
  const by = arrows[key];
  const state = store.getState();
  const places = selectedPlaces(store);
  if (!by || state.pinId || looksOnly(state) || places.size === 0) return false;
  const step = (shiftKey ? 10 : 1) / state.camera.scale;
  session.move(
    new Map(
      [...places].map(([id, place]) => [
        id,
        { ...place, x: place.x + by[0] * step, y: place.y + by[1] * step },
      ]),
    ),
  );
  return true;
}

function undoBy(event: KeyboardEvent, { steps }: BoardSession): boolean {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return false;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) steps.redo();
  else steps.undo();
  return true;
}

/** With a drawing tool in hand, Enter draws from the canvas, the rail and the filmstrip; in bar and panels it is for what has the focus. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('header, aside, form') !== null;
}

/** A dialog, a menu, a group of radios: arrows and letters are theirs. */
function isInside(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      '[role="dialog"], [role="menu"], [role="radiogroup"], [role="slider"], [role="tablist"]',
    ) !== null
  );
}
