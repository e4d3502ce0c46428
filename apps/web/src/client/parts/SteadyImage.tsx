'use client';

import type { PixelRect } from '@pinpaint/domain';
import { useEffect, useState } from 'react';

export type SteadyImageProps = {
  readonly src: string;
  readonly alt: string;
  /** Where it lies in its parent, in the parent's own pixels. */
  readonly rect: PixelRect;
};

const tryAgainMs = 3_000;

/** A picture that is asked for again when the line was gone. */
export function SteadyImage({ src, alt, rect }: SteadyImageProps) {
  const [tries, setTries] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (!hasFailed) return;
    const timer = setTimeout(() => {
      setHasFailed(false);
      setTries((n) => n + 1);
    }, tryAgainMs);
    return () => clearTimeout(timer);
  }, [hasFailed]);
  return (
    <img
      src={tries > 0 ? `${src}&try=${tries}` : src}
      alt={alt}
      decoding="async"
      draggable={false}
      onError={() => setHasFailed(true)}
      className="pointer-events-none absolute max-w-none select-none"
      style={{
        left: rect.x,
        top: rect.y,
        width: rect.width,
        height: rect.height,
        visibility: hasFailed ? 'hidden' : undefined,
      }}
    />
  );
}
