'use client';

import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { Shape } from '../ui/Shape.tsx';
import { drawPicture } from './drawPicture.ts';
import { keepDrawn } from './keepDrawn.ts';
import type { PictureSource } from './pictureSource.ts';
import type { PictureViewStore } from './pictureView.ts';

export type PictureCanvasProps = {
  readonly source: PictureSource;
  readonly view: PictureViewStore;
  /** What it shows, for those who don't see it. */
  readonly label: string;
  readonly style?: CSSProperties;
};

/**
 * A picture by level of detail, filling the stage it lies on; it follows the view without React. Its shape stands
 * there until the first of it has come.
 */
export function PictureCanvas({ source, view, label, style }: PictureCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [come, setCome] = useState<PictureSource | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    return keepDrawn(canvas.current, view, (drawing) => {
      if (drawPicture(drawing, source)) setCome(source);
      return false;
    });
  }, [source, view]);
  return (
    <div className="absolute inset-0" style={style}>
      {come !== source && (
        <Shape className="absolute top-(--t) left-(--l) h-(--h) w-(--w) rounded-none bg-hover" />
      )}
      <canvas ref={canvas} role="img" aria-label={label} className="absolute inset-0 size-full" />
    </div>
  );
}
