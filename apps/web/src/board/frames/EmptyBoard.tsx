'use client';

import { Suspense } from 'react';
import { texts } from '../../text/texts.ts';
import { optional } from '../../ui/optional.ts';
import { useFrames } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { useUploadList } from './UploadsContext.tsx';

const words = texts.board;
const FirstPictures = optional(async () => (await import('./FirstPictures.tsx')).FirstPictures);

/** A board without pictures begins with the first. */
export function EmptyBoard() {
  const frames = useFrames().data;
  const isUploading = useUploadList().length > 0;
  const mayUpload = useMay('frame.upload');
  if (!frames || frames.length > 0 || isUploading) return null;
  return (
    <div className="pointer-events-none absolute inset-6 grid place-items-center rounded-3 border border-line-control border-dashed">
      <div className="pointer-events-auto grid max-w-90 justify-items-center gap-1.5 p-4 text-center">
        <h2 className="font-semibold text-20 text-on-surround">
          {mayUpload ? words.emptyTitle : words.emptyLooking}
        </h2>
        {mayUpload && (
          <Suspense>
            <FirstPictures />
          </Suspense>
        )}
      </div>
    </div>
  );
}
