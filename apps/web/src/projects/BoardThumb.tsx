'use client';

import { sessionApi } from '../data/api.ts';
import type { OverviewPicture } from '../data/types.ts';
import { thumbnailPath } from '../home/thumbnailPath.ts';
import { Picture } from '../ui/Picture.tsx';
import { packPictures } from './packPictures.ts';

/** In pixels at the width of four cards beside each other; other widths keep the proportions. */
const card = { width: 278, height: 148 };
const edge = 12;
const box = { width: card.width - 2 * edge, height: card.height - 2 * edge, gap: 6 };

/** A board's first pictures, as they are now. */
export function BoardThumb({ pictures }: { readonly pictures: readonly OverviewPicture[] }) {
  const places = packPictures(
    pictures.map(({ size }) => size),
    box,
  );
  return (
    <div className="relative aspect-[278/148] overflow-hidden bg-well shadow-[inset_0_0_0_1px_var(--line)]">
      {pictures.map((picture, index) => {
        const place = places[index];
        return place && <Placed key={picture.frameId} picture={picture} style={onCard(place)} />;
      })}
    </div>
  );
}

function onCard({ x, y, width, height }: NonNullable<ReturnType<typeof packPictures>[number]>) {
  return {
    left: `${((edge + x * box.width) / card.width) * 100}%`,
    top: `${((edge + y * box.height) / card.height) * 100}%`,
    width: `${((width * box.width) / card.width) * 100}%`,
    height: `${((height * box.height) / card.height) * 100}%`,
  };
}

type PlacedProps = { readonly picture: OverviewPicture; readonly style: ReturnType<typeof onCard> };

function Placed({ picture, style }: PlacedProps) {
  if (!picture.size) return <span className="absolute animate-breathe bg-hover" style={style} />;
  const source = sessionApi.url(thumbnailPath(picture));
  return <Picture src={source} alt="" loading="lazy" className="absolute object-cover" style={style} />;
}
