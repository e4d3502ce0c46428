'use client';

import { ImageOff } from 'lucide-react';
import type { Frame } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { LineState } from '../parts/LineState.tsx';
import { useReviewParts } from '../review/ReviewContext.tsx';
import { PictureCard } from './PictureCard.tsx';

const words = texts.client.overview;

/** All pictures of a link, and how far each has come. */
export function Overview({ frames }: { readonly frames: readonly Frame[] }) {
  const { review } = useReviewParts();
  return (
    <div className="flex h-full flex-col">
      <section aria-label={review.project.name} className="shrink-0 bg-panel md:border-line md:border-b">
        <div className="px-4 py-2">
          <h1 className="truncate font-semibold text-[15px]/5">{review.project.name}</h1>
          <p className="truncate text-13 text-text-2">
            {review.studio.name}, {words.pictures(frames.length)}
          </p>
        </div>
        <LineState />
      </section>
      <main aria-label={words.title} className="min-h-0 flex-1 overflow-y-auto">
        {frames.length === 0 ? (
          <NoPictures />
        ) : (
          <ul className="mx-auto grid max-w-300 grid-cols-2 gap-x-3 gap-y-5 p-4 md:grid-cols-[repeat(auto-fill,minmax(260px,1fr))] md:gap-x-5 md:gap-y-7 md:p-6">
            {frames.map((frame) => (
              <li key={frame.id}>
                <PictureCard frame={frame} />
              </li>
            ))}
          </ul>
        )}
      </main>
    </div>
  );
}

function NoPictures() {
  return (
    <div className="grid h-full place-content-center justify-items-center gap-2 p-8 text-center">
      <ImageOff size={32} strokeWidth={1.5} className="mb-2 text-text-3" aria-hidden="true" />
      <h2 className="font-semibold text-18">{words.empty}</h2>
      <p className="max-w-80 text-balance text-15 text-text-2">{words.emptyLead}</p>
    </div>
  );
}
