import { sessionApi } from '../../../data/api.ts';
import { overlayPath } from '../../../pictures/pictureSource.ts';
import { classes } from '../../../ui/classes.ts';
import { Picture } from '../../../ui/Picture.tsx';

export type LayerThumbProps = {
  readonly versionId: string;
  readonly layerId: string;
  readonly isOff: boolean;
};

/** A layer's own pixels, by themselves. */
export function LayerThumb({ versionId, layerId, isOff }: LayerThumbProps) {
  return (
    <span aria-hidden="true" className="relative block h-10 w-14 overflow-hidden bg-well">
      <Picture
        src={sessionApi.url(overlayPath(versionId, layerId))}
        alt=""
        className={classes('absolute inset-0 size-full object-contain', isOff && 'opacity-30 grayscale')}
      />
    </span>
  );
}
