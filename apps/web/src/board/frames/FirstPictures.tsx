'use client';

import { ClipboardPaste, ImagePlus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { DrawButton, useCanDraw } from '../drawings/lazyDrawings.ts';
import { readClipboard } from './readClipboard.ts';
import { useUploads } from './UploadsContext.tsx';
import { usePickPictures } from './usePickPictures.ts';

const words = texts.board;

/** The ways to a board's first picture. */
export function FirstPictures() {
  const pick = usePickPictures();
  const uploads = useUploads();
  const canDraw = useCanDraw();
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
      {canDraw && (
        <Suspense>
          <DrawButton look="words" />
        </Suspense>
      )}
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
