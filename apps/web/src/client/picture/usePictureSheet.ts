'use client';

import { newId, type PinId, type Region } from '@pinpaint/domain';
import { useState } from 'react';
import { type EnclosedPicture, freshLetter } from '../outbox/letter.ts';
import { useReviewParts } from '../review/ReviewContext.tsx';
import { type Draft, keepDraft, keptDraft } from '../sheets/draft.ts';
import type { VersionStage } from './versionStage.ts';

/** What is open beside the picture: one thing at a time. */
export type OpenSheet =
  | { readonly kind: 'none' }
  | { readonly kind: 'note'; readonly draft: Draft }
  | { readonly kind: 'pin'; readonly pinId: string }
  | { readonly kind: 'notes' }
  | { readonly kind: 'version' };

/** Opens, writes and sends for one picture. A draft that was left comes first, then a version that waits. */
export function usePictureSheet(frameId: string, stage: VersionStage) {
  const { review, outbox } = useReviewParts();
  const [sheet, setSheet] = useState<OpenSheet>(() => {
    const draft = keptDraft(frameId);
    if (draft) return { kind: 'note', draft };
    return stage.kind === 'new' ? { kind: 'version' } : { kind: 'none' };
  });
  const [announced, setAnnounced] = useState(stage.kind === 'new' ? stage.version.id : null);
  // A version that comes while the page is open shows itself, unless the client is in the middle of something.
  if (stage.kind === 'new' && stage.version.id !== announced) {
    setAnnounced(stage.version.id);
    if (sheet.kind === 'none' || sheet.kind === 'notes') setSheet({ kind: 'version' });
  }
  const write = (draft: Draft | null) => {
    keepDraft(frameId, draft);
    setSheet(draft ? { kind: 'note', draft } : { kind: 'none' });
  };
  return {
    sheet,
    setSheet,
    write,
    /** Begins a note, or goes on with the one that was being written, on what was drawn now. */
    mark: (region: Region) => write({ region, text: keptDraft(frameId)?.text ?? '' }),
    send(draft: Draft, picture: EnclosedPicture | null) {
      const id = newId<PinId>();
      const at = new Date().toISOString();
      const linkId = review.link.id;
      const { region, text } = draft;
      void outbox.add({
        ...freshLetter,
        kind: 'note',
        id,
        linkId,
        at,
        frameId,
        region,
        text: text.trim(),
        picture,
      });
      write(null);
    },
  };
}
