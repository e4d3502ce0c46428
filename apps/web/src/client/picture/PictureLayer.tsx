'use client';

import { memo } from 'react';
import { guestApi } from '../../data/api.ts';
import { SteadyImage } from '../parts/SteadyImage.tsx';
import type { PictureSource } from './shownVersion.ts';
import type { StageView } from './stageCamera.ts';
import { tilesIn } from './tilesIn.ts';
import { useTileGrid } from './useTileGrid.ts';

export type PictureLayerProps = {
  readonly source: PictureSource;
  readonly view: StageView;
  readonly alt: string;
};

/** A phone with more than twice the pixels shows no more than that: it would load four times as much. */
const densest = 2;

/** A picture by level of detail: its thumbnail at once, then tiles as sharp as one looks. In frame space. */
export const PictureLayer = memo(function PictureLayer({ source, view, alt }: PictureLayerProps) {
  const { path, bounds } = source;
  const grid = useTileGrid(path);
  const density = Math.min(densest, typeof devicePixelRatio === 'number' ? devicePixelRatio : 1);
  const tiles = grid ? tilesIn({ grid, bounds, view, density }) : [];
  const isCrisp = view.camera.scale * density > 3;
  return (
    <div className={isCrisp ? '[image-rendering:pixelated]' : undefined}>
      <SteadyImage src={guestApi.url(`${path}/thumbnail`)} alt={alt} rect={bounds} />
      {tiles.map(({ key, level, x, y, rect }) => (
        <SteadyImage key={key} src={guestApi.url(`${path}/tiles/${level}/${x}/${y}`)} alt="" rect={rect} />
      ))}
    </div>
  );
});
