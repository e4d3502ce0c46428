'use client';

import { type RefObject, useEffect, useMemo, useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import { useSession } from '../room/SessionContext.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { useFrames, useVersions } from '../state/useBoardData.ts';
import type { BoardMask } from './mask/useMask.ts';
import type { BoardCanvas } from './pixi/BoardCanvas.ts';
import { sceneOf } from './scene.ts';
import { useSettled } from './useSettled.ts';
import { useWarm } from './useWarm.ts';

/** Apart from the page's own script, so that its shell does not wait for it, and begun before React is. */
const loading = typeof window === 'undefined' ? null : import('./pixi/BoardCanvas.ts');

/** Opens the canvas in `host` and tells it what to show. Returns false where pictures can't be drawn. */
export function useCanvas(host: RefObject<HTMLElement | null>, mask: BoardMask | null): boolean {
  const { store } = useBoardContext();
  const { loop } = useSession();
  const [canvas, setCanvas] = useState<BoardCanvas | null>(null);
  const [isDrawable, setIsDrawable] = useState(true);
  useEffect(() => {
    let opened: BoardCanvas | null = null;
    let isOver = false;
    const open = async () => {
      const element = host.current;
      if (!element || !loading) return;
      const { BoardCanvas: Canvas } = await loading;
      opened = await Canvas.open(element, () => loop.ask());
      if (isOver) opened.close();
      else setCanvas(opened);
    };
    open().catch(() => setIsDrawable(false));
    return () => {
      isOver = true;
      setCanvas(null);
      opened?.close();
    };
  }, [host, loop]);
  useEffect(() => {
    if (!canvas) return;
    return loop.add(() => {
      const state = store.getState();
      canvas.draw(state);
      const topDrawn = canvas.topOf(state.frameId);
      if (topDrawn !== state.topDrawn) store.setState({ topDrawn });
    });
  }, [canvas, loop, store]);
  useScene(canvas);
  useMaskOn(canvas, mask);
  return isDrawable;
}

function useScene(canvas: BoardCanvas | null): void {
  const { loop } = useSession();
  const frames = useFrames().data;
  const versions = useVersions().data;
  const shown = useBoard((state) => state.shown);
  const holdsBefore = useBoard((state) => state.holdsBefore);
  const warm = useWarm();
  useSettled();
  const scene = useMemo(
    () => sceneOf({ frames: frames ?? [], versions: versions ?? [], shown, holdsBefore }),
    [frames, versions, shown, holdsBefore],
  );
  useEffect(() => {
    canvas?.show(scene);
    canvas?.warm(warm.map((path) => sessionApi.url(path)));
    loop.ask();
  }, [canvas, scene, warm, loop]);
}

function useMaskOn(canvas: BoardCanvas | null, mask: BoardMask | null): void {
  const { loop } = useSession();
  useEffect(() => {
    canvas?.showMask(mask);
    loop.ask();
  }, [canvas, mask, loop]);
}
