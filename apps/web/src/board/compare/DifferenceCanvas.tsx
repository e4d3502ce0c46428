'use client';

import { useEffect, useMemo, useRef } from 'react';
import { openDifference } from '../../pictures/drawDifference.ts';
import { drawOutline } from '../../pictures/drawOutline.ts';
import { keepDrawn } from '../../pictures/keepDrawn.ts';
import type { PictureSource } from '../../pictures/pictureSource.ts';
import type { PictureViewStore } from '../../pictures/pictureView.ts';
import type { Gain } from './compareSettings.ts';
import type { PermittedMask } from './usePermitted.ts';

export type DifferenceCanvasProps = {
  readonly a: PictureSource;
  readonly b: PictureSource;
  readonly view: PictureViewStore;
  readonly gain: Gain;
  /** Outlined; null: none. */
  readonly permitted: readonly PermittedMask[] | null;
  readonly label: string;
};

export function DifferenceCanvas({ a, b, view, gain, permitted, label }: DifferenceCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawer = useMemo(() => openDifference(a, b), [a, b]);
  useEffect(() => {
    if (!canvas.current) return;
    return keepDrawn(canvas.current, view, (drawing) => {
      const isUnfinished = drawer.draw(drawing, gain);
      for (const { mask, rect } of permitted ?? []) drawOutline(drawing, { mask, rect, whole: b.bounds });
      return isUnfinished;
    });
  }, [b, drawer, gain, permitted, view]);
  return <canvas ref={canvas} role="img" aria-label={label} className="absolute inset-0 size-full" />;
}
