'use client';

import type { PixelRect } from '@pinpaint/domain';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { StageCamera } from './stageCamera.ts';

export type CameraStyle = {
  readonly ref: RefObject<HTMLElement | null>;
  readonly camera: StageCamera;
  readonly bounds: PixelRect;
  readonly keep: PixelRect | null;
};

/**
 * Lets the stage follow its camera by CSS variables alone: `--tx --ty --scale` place frame space, `--pl --pr
 * --pt --pb --pw` say where the picture's visible part begins, ends and how wide it is.
 */
export function useCameraStyle({ ref, camera, bounds, keep }: CameraStyle): void {
  const kept = useRef(keep);
  kept.current = keep;
  const { x, y, width, height } = bounds;
  useLayoutEffect(() => camera.setPicture({ x, y, width, height }), [camera, x, y, width, height]);
  useEffect(() => {
    if (keep) camera.show(keep);
  }, [camera, keep]);
  useLayoutEffect(() => {
    const stage = ref.current;
    if (!stage) return;
    const place = () => {
      const { camera: seen, size } = camera.view();
      const left = (x - seen.x) * seen.scale;
      const top = (y - seen.y) * seen.scale;
      const [pl, pt] = [Math.max(0, left), Math.max(0, top)];
      const pr = Math.min(size.width, left + width * seen.scale);
      const pb = Math.min(size.height, top + height * seen.scale);
      const { style } = stage;
      style.setProperty('--tx', `${-seen.x * seen.scale}px`);
      style.setProperty('--ty', `${-seen.y * seen.scale}px`);
      style.setProperty('--scale', String(seen.scale));
      for (const [name, value] of Object.entries({ pl, pt, pr, pb, pw: pr - pl })) {
        style.setProperty(`--${name}`, `${value}px`);
      }
    };
    const measure = () =>
      camera.setSize({ width: stage.clientWidth, height: stage.clientHeight }, kept.current);
    const stop = camera.subscribe(place);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(stage);
    return () => {
      stop();
      watch.disconnect();
    };
  }, [ref, camera, x, y, width, height]);
}
