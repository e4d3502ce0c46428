'use client';

import { type ImgHTMLAttributes, useEffect, useState } from 'react';
import { classes } from './classes.ts';
import { retryPicture } from './retryPicture.ts';

export type PictureProps = ImgHTMLAttributes<HTMLImageElement> & {
  readonly src: string;
  readonly alt: string;
};

/**
 * A picture that the API sends, as it is: Next's optimiser would only make another one of it. One that does not
 * come is asked for again as long as it is shown, and its shape stands in its place.
 */
export function Picture({ src, alt, ...rest }: PictureProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const isMissing = failed === src;
  useEffect(() => (isMissing ? retryPicture(src, () => setFailed(null)) : undefined), [src, isMissing]);
  if (isMissing) return <Missing alt={alt} {...rest} />;
  return <img src={src} alt={alt} draggable={false} onError={() => setFailed(src)} {...rest} />;
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
