'use client';

import { type CSSProperties, useEffect, useRef } from 'react';
import { classes } from '../ui/classes.ts';
import { drawPicture } from './drawPicture.ts';
import { keepDrawn } from './keepDrawn.ts';
import type { PictureSource } from './pictureSource.ts';
import type { PictureViewStore } from './pictureView.ts';

export type PictureCanvasProps = {
  readonly source: PictureSource;
  readonly view: PictureViewStore;
  /** What it shows, for those who don't see it. */
  readonly label: string;
  readonly className?: string;
  readonly style?: CSSProperties;
};

/** A picture by level of detail, filling what it lies in; it follows the view without React. */
export function PictureCanvas({ source, view, label, className, style }: PictureCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    return keepDrawn(canvas.current, view, (drawing) => {
      drawPicture(drawing, source);
      return false;
    });
  }, [source, view]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className={classes('absolute inset-0 size-full', className)}
      style={style}
    />
  );
}
