import { sessionApi } from '../../data/api.ts';
import { classes } from '../../ui/classes.ts';
import { Picture } from '../../ui/Picture.tsx';

export type ArtworkThumbProps = {
  readonly id: string;
  /** Empty where the name stands beside it. */
  readonly name: string;
  readonly className: string;
};

/** On light grey: a black mark and a white one are both seen. */
export function ArtworkThumb({ id, name, className }: ArtworkThumbProps) {
  return (
    <span
      className={classes('grid place-items-center overflow-hidden rounded-2 bg-[#9a9a9a] p-2', className)}
    >
      <Picture src={previewOf(id)} alt={name} className="size-full object-contain" />
    </span>
  );
}

/** Where an artwork's look is. */
export function previewOf(id: string): string {
  return sessionApi.url(`/artworks/${id}/preview.png`);
}
