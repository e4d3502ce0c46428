'use client';

import { surfaceMap } from '@pinpaint/domain';
import { useEffect } from 'react';
import { toScreen } from '../canvas/camera.ts';
import { usePlaced } from '../canvas/usePlaced.ts';
import { previewOf } from '../kit/ArtworkThumb.tsx';
import { useSession } from '../room/SessionContext.tsx';
import type { Placing } from '../state/boardStore.ts';
import { warpMatrix } from './warpMatrix.ts';

/** Strips a round artwork is shown in: each is flat, and the eye sees no corners. */
const roundStrips = 36;
/** Of a strip's width, how far it goes on below the next: else the picture shows between them. */
const overlap = 0.5;

/**
 * The artwork laid on the picture by the browser alone: where it lies is exact, its light and grain are what the
 * engine adds.
 */
export function WarpedArtwork({ placing }: { readonly placing: Placing }) {
  const { artwork, placement, frameId } = placing;
  const { surface, opacity, blend } = placement;
  const { loop } = useSession();
  const space = usePlaced<HTMLDivElement>((element, { camera, places }) => {
    const place = places.get(frameId);
    element.style.display = place ? '' : 'none';
    if (!place) return;
    const { x, y } = toScreen(camera, place);
    element.style.transform = `translate(${x}px, ${y}px) scale(${place.scale * camera.scale})`;
  });
  useEffect(() => loop.ask(), [loop]);
  const { toFrame } = surfaceMap(surface);
  const count = surface.kind === 'flat' ? 1 : roundStrips;
  const size = shownSize(artwork);
  const strips = Array.from({ length: count }, (_, k) => {
    const left = (k / count) * size.width;
    const right = Math.min(1, (k + 1 + (k + 1 < count ? overlap : 0)) / count) * size.width;
    const corners = [
      toFrame(left / size.width, 0),
      toFrame(right / size.width, 0),
      toFrame(right / size.width, 1),
      toFrame(left / size.width, 1),
    ] as const;
    return { left, width: right - left, transform: warpMatrix(corners, right - left, size.height) };
  });
  return (
    <div
      ref={space}
      aria-hidden="true"
      className="absolute top-0 left-0 origin-top-left"
      style={{ opacity, mixBlendMode: blend === 'multiply' ? 'multiply' : 'normal' }}
    >
      {strips.map(({ left, width, transform }) => (
        <span
          key={left}
          className="absolute top-0 left-0 origin-top-left"
          style={{
            width,
            height: size.height,
            transform,
            backgroundImage: `url(${previewOf(artwork.id)})`,
            backgroundSize: `${size.width}px ${size.height}px`,
            backgroundPosition: `${-left}px 0`,
          }}
        />
      ))}
    </div>
  );
}

/** As the preview has it: at most so long. */
const previewPx = 1_024;

function shownSize({ width, height }: Placing['artwork']) {
  const scale = previewPx / Math.max(width, height);
  return { width: width * scale, height: height * scale };
}
