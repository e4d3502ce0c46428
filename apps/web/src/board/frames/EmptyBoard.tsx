'use client';

import { ClipboardPaste, ImagePlus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { optional } from '../../ui/optional.ts';
import { useFrames } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { readClipboard } from './readClipboard.ts';
import { useUploadList, useUploads } from './UploadsContext.tsx';
import { usePickPictures } from './usePickPictures.ts';

const words = texts.board;
const DrawButton = optional(async () => (await import('../drawings/DrawButton.tsx')).DrawButton);

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
        {mayUpload && <Ways />}
      </div>
    </div>
  );
}

function Ways() {
  const pick = usePickPictures();
  const uploads = useUploads();
  const [hasNone, setHasNone] = useState(false);
  const paste = async () => {
    const files = await readClipboard();
    setHasNone(files.length === 0);
    uploads.add(files);
  };
  return (
    <>
      <p className="text-balance text-13 text-on-surround-2">{words.emptyLead}</p>
      <Button look="primary" size="big" className="mt-4" onClick={pick}>
        <ImagePlus size={16} aria-hidden="true" />
        {words.choosePictures}
      </Button>
      <Suspense>
        <DrawButton look="words" />
      </Suspense>
      <button
        type="button"
        onClick={() => void paste()}
        className="mt-3 flex h-9 items-center gap-2.5 rounded-2 px-3 text-13 text-on-surround hover:underline"
      >
        <ClipboardPaste size={15} aria-hidden="true" />
        {words.pastePicture}
        <span className="w-10" />
        <Kbd>{words.pasteKeys}</Kbd>
      </button>
      <p role="status" className="min-h-4 text-12 text-on-surround-2">
        {hasNone && words.nothingPasted}
      </p>
    </>
  );
}
