'use client';

import type { ImgHTMLAttributes } from 'react';
import { classes } from './classes.ts';
import { useRetriedPicture } from './useRetriedPicture.ts';

export type PictureProps = ImgHTMLAttributes<HTMLImageElement> & {
  readonly src: string;
  readonly alt: string;
};

/**
 * A picture that the API sends, as it is: Next's optimiser would only make another one of it. One that does not
 * come is asked for again as long as it is shown, and its shape stands in its place.
 */
export function Picture({ src, alt, ...rest }: PictureProps) {
  const { isMissing, onError } = useRetriedPicture(src);
  if (isMissing) return <Missing alt={alt} {...rest} />;
  return <img src={src} alt={alt} draggable={false} onError={onError} {...rest} />;
}

function Missing({ alt, className, style, width, height }: Omit<PictureProps, 'src'>) {
  return (
    <span
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      className={classes('block min-h-4 animate-breathe bg-hover', className)}
      style={{ width, height, ...style }}
    />
  );
}
