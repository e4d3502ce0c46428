'use client';

import type { PixelRect } from '@pinpaint/domain';
import { useRetriedPicture } from '../../ui/useRetriedPicture.ts';

export type SteadyImageProps = {
  readonly src: string;
  readonly alt: string;
  /** Where it lies in its parent, in the parent's own pixels. */
  readonly rect: PixelRect;
};

/** A picture that is asked for again when the line was gone; until then nothing stands in its place. */
export function SteadyImage({ src, alt, rect }: SteadyImageProps) {
  const { isMissing, onError } = useRetriedPicture(src);
  if (isMissing) return null;
  return (
    <img
      src={src}
      alt={alt}
      decoding="async"
      draggable={false}
      onError={onError}
      className="pointer-events-none absolute max-w-none select-none"
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
    />
  );
}
