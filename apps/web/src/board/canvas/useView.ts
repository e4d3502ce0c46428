'use client';

import { type RefObject, useEffect } from 'react';
import { useBoardContext } from '../state/BoardContext.tsx';
import type { BoardState, BoardStore } from '../state/boardStore.ts';
import type { Camera } from './camera.ts';
import { pictureOf, setCovered, showAll, showSelected } from './viewActions.ts';

/** Tells the store how large the canvas is, and remembers for each board where one was. */
export function useView(root: RefObject<HTMLElement | null>): void {
  const { boardId, store } = useBoardContext();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const sheet = document.querySelector('[data-sheet]');
    const sizes = new ResizeObserver(() => {
      store.setState({ view: { width: element.clientWidth, height: element.clientHeight } });
      const covered = coveredBy(element, sheet);
      const before = store.getState().covered;
      if (covered.right !== before.right || covered.bottom !== before.bottom) setCovered(store, covered);
    });
    sizes.observe(element);
    if (sheet) sizes.observe(sheet);
    const forget = rememberView(store, `pinpaint/view/${boardId}`);
    return () => {
      sizes.disconnect();
      forget();
    };
  }, [root, store, boardId]);
}

/** A sheet that is not shown has no size; beside the canvas it covers nothing. */
function coveredBy(canvas: Element, sheet: Element | null): BoardState['covered'] {
  const [under, over] = [canvas.getBoundingClientRect(), sheet?.getBoundingClientRect()];
  const width = over ? Math.min(under.right, over.right) - Math.max(under.left, over.left) : 0;
  const height = over ? Math.min(under.bottom, over.bottom) - Math.max(under.top, over.top) : 0;
  if (width <= 0 || height <= 0) return { right: 0, bottom: 0 };
  return width < under.width ? { right: width, bottom: 0 } : { right: 0, bottom: height };
}

const writeAfterMs = 400;

/** @returns what ends it */
function rememberView(store: BoardStore, key: string): () => void {
  const kept = readCamera(localStorage.getItem(key));
  if (kept) store.setState({ camera: kept });
  // What the first look was at; until somebody moves it, it stays a look at everything.
  let first: Camera | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = store.subscribe((now, before) => {
    const isFirst = kept === null && (first === null || before.camera === first);
    const hasChanged =
      now.view !== before.view || now.bounds !== before.bounds || now.covered !== before.covered;
    if (isFirst && hasChanged && now.bounds.size > 0 && now.view.width > 0) {
      showAll(store);
      first = store.getState().camera;
    }
    if (now.pinId && now.pinId !== before.pinId && !isInView(now)) showSelected(store);
    if (now.camera === before.camera) return;
    clearTimeout(timer);
    timer = setTimeout(() => localStorage.setItem(key, JSON.stringify(now.camera)), writeAfterMs);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

function readCamera(text: string | null): Camera | null {
  try {
    const { x, y, scale } = JSON.parse(text ?? '{}') as Partial<Camera>;
    const isWhole = [x, y, scale].every(Number.isFinite) && scale !== undefined && scale > 0;
    return isWhole && x !== undefined && y !== undefined ? { x, y, scale } : null;
  } catch {
    return null;
  }
}

/** Large enough to be worked on, and all of it there; whoever chose a pin from a list may be anywhere. */
function isInView(state: BoardState): boolean {
  const { frameId, view, covered } = state;
  const picture = frameId && pictureOf(state, frameId);
  // What is not placed yet can't be looked for.
  if (!picture || view.width === 0) return true;
  const { x, y, width, height } = picture;
  const isLarge = width > view.width / 5;
  return (
    isLarge &&
    x >= 0 &&
    y >= 0 &&
    x + width <= view.width - covered.right &&
    y + height <= view.height - covered.bottom
  );
}
