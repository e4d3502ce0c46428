'use client';

import type { FramePoint } from '@pinpaint/domain';
import { type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { type ScreenPoint, toBoard } from '../../board/canvas/camera.ts';
import { drawLine } from './drawLine.ts';
import { type Deed, type FingerTool, type Gesture, idle, type PointerMove, stepGesture } from './gesture.ts';
import type { StageCamera } from './stageCamera.ts';

export type StagePointers = {
  readonly ref: RefObject<HTMLElement | null>;
  /** Where a line is shown while it is drawn. */
  readonly lineRef: RefObject<SVGGElement | null>;
  readonly camera: StageCamera;
  readonly tool: FingerTool;
  readonly canMark: boolean;
  readonly onDrawn: (path: readonly FramePoint[]) => void;
  readonly onShare: (share: number) => void;
};

/** A second tap within this time, and near, is a double tap. */
const doubleTapMs = 260;
const doubleTapPx = 30;
const doubleTapZoom = 2.5;

/** What pointers and the wheel do to the stage. */
export function useStagePointers(props: StagePointers) {
  const now = useRef(props);
  now.current = props;
  const { ref, camera } = props;
  useEffect(() => {
    const stage = ref.current;
    // React's own listener could not keep the page from zooming along.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const speed = event.ctrlKey ? 0.01 : 0.0015;
      camera.zoom(placeIn(event), Math.exp(-event.deltaY * speed));
    };
    stage?.addEventListener('wheel', onWheel, { passive: false });
    return () => stage?.removeEventListener('wheel', onWheel);
  }, [ref, camera]);
  return useMemo(() => handlers(now), []);
}

function handlers(now: RefObject<StagePointers>) {
  let gesture: Gesture = idle;
  let tapped: { at: ScreenPoint; timer: ReturnType<typeof setTimeout> } | null = null;

  const take = (event: PointerEvent<HTMLElement>, type: PointerMove['type'], tool?: FingerTool) => {
    const move = { type, id: event.pointerId, at: placeIn(event) };
    const step = stepGesture(gesture, move, tool ?? now.current.tool);
    gesture = step.gesture;
    if (step.deed) perform(step.deed);
  };
  const perform = (deed: Deed) => {
    const { camera, lineRef, onDrawn } = now.current;
    switch (deed.do) {
      case 'pan':
        return camera.pan(deed.dx, deed.dy);
      case 'pinch':
        return camera.pinch(deed.from, deed.to);
      case 'slide':
        return slideTo(deed.at);
      case 'tap':
        return tap(deed.at);
      case 'undraw':
        return drawLine(lineRef.current, []);
      case 'draw': {
        const path = now.current.canMark ? deed.path.map(inFrame) : [];
        drawLine(lineRef.current, deed.isDone ? [] : path);
        if (deed.isDone && path.length > 0) onDrawn(path);
      }
    }
  };
  const tap = (at: ScreenPoint) => {
    const { camera, tool, canMark, onDrawn } = now.current;
    if (tapped && Math.hypot(at.x - tapped.at.x, at.y - tapped.at.y) < doubleTapPx) {
      clearTimeout(tapped.timer);
      tapped = null;
      const { fitScale, camera: seen } = camera.view();
      return seen.scale > fitScale * 1.05 ? camera.showAll() : camera.zoom(at, doubleTapZoom);
    }
    const point = inFrame(at);
    const single = () => {
      tapped = null;
      if (tool === 'slide') slideTo(at);
      else if (canMark) onDrawn([point]);
    };
    tapped = { at, timer: setTimeout(single, doubleTapMs) };
  };
  const slideTo = ({ x }: ScreenPoint) => {
    const style = now.current.ref.current?.style;
    const [left, width] = ['--pl', '--pw'].map((name) =>
      Number.parseFloat(style?.getPropertyValue(name) ?? ''),
    );
    if (left !== undefined && width) now.current.onShare(Math.min(1, Math.max(0, (x - left) / width)));
  };
  const inFrame = (at: ScreenPoint): FramePoint => {
    const { x, y } = toBoard(now.current.camera.view().camera, at);
    return [x, y];
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button === 2) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      take(event, 'down', event.button === 1 ? 'move' : now.current.tool);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (gesture !== idle) take(event, 'move');
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => take(event, 'up'),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => take(event, 'cancel'),
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  };
}

function placeIn(event: {
  clientX: number;
  clientY: number;
  currentTarget: EventTarget | null;
}): ScreenPoint {
  const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
