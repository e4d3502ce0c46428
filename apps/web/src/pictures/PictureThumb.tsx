import type { PixelRect } from '@pinpaint/domain';
import type { CSSProperties } from 'react';
import { sessionApi } from '../data/api.ts';
import { classes } from '../ui/classes.ts';
import { Picture } from '../ui/Picture.tsx';
import type { PictureSource } from './pictureSource.ts';

export type PictureThumbProps = {
  readonly source: PictureSource;
  readonly className?: string;
};

/** A small picture put together of thumbnails, cut to fill the space it is given. Its name stands beside it. */
export function PictureThumb({ source, className }: PictureThumbProps) {
  const { bounds, base, overlays } = source;
  return (
    <span
      aria-hidden="true"
      className={classes('relative block shrink-0 overflow-hidden bg-well', className)}
    >
      <span
        className="-translate-x-1/2 -translate-y-1/2 absolute top-1/2 left-1/2 block min-h-full min-w-full"
        style={{ aspectRatio: `${bounds.width} / ${bounds.height}` }}
      >
        {/* Where an extend meets it, both are half clear at this size: something of its colour below hides the seam. */}
        {bounds.width !== base.rect.width || bounds.height !== base.rect.height ? (
          <Part path={`${base.path}/thumbnail`} style={placeIn(bounds, bounds)} />
        ) : null}
        <Part path={`${base.path}/thumbnail`} style={placeIn(bounds, base.rect)} />
        {overlays.map(({ path, rect, opacity }) => (
          <Part key={path} path={path} style={{ ...placeIn(bounds, rect), opacity }} />
        ))}
      </span>
    </span>
  );
}

function Part({ path, style }: { readonly path: string; readonly style: CSSProperties }) {
  return <Picture src={sessionApi.url(path)} alt="" className="absolute block" style={style} />;
}

function placeIn(bounds: PixelRect, rect: PixelRect): CSSProperties {
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return {
    left: share(rect.x - bounds.x, bounds.width),
    top: share(rect.y - bounds.y, bounds.height),
    width: share(rect.width, bounds.width),
    height: share(rect.height, bounds.height),
  };
}
