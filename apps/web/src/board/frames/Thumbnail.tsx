'use client';

import { sessionApi } from '../../data/api.ts';
import type { Frame } from '../../data/types.ts';
import { PictureThumb } from '../../pictures/PictureThumb.tsx';
import { sourceOf } from '../../pictures/pictureSource.ts';
import { Picture } from '../../ui/Picture.tsx';
import { newestOf } from '../canvas/scene.ts';
import { useVersions } from '../state/useBoardData.ts';

type ThumbnailProps = {
  readonly frame: Frame;
  readonly className: string;
};

/** What the frame is now, as on the canvas. Beside its name, or on the map, where a name would only be said twice. */
export function Thumbnail({ frame, ...look }: ThumbnailProps) {
  const { data: versions = [] } = useVersions();
  const newest = newestOf(versions.filter(({ frameId }) => frameId === frame.id));
  if (newest) return <PictureThumb source={sourceOf(newest, frame)} {...look} />;
  return <Picture src={sessionApi.url(`/frames/${frame.id}/thumbnail`)} alt="" {...look} />;
}
