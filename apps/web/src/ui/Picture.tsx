import type { ImgHTMLAttributes } from 'react';

export type PictureProps = ImgHTMLAttributes<HTMLImageElement> & {
  readonly src: string;
  readonly alt: string;
};

/** A picture that the API sends, as it is: Next's optimiser would only make another one of it. */
export function Picture({ alt, ...rest }: PictureProps) {
  return <img alt={alt} draggable={false} {...rest} />;
}
