'use client';

import type { Edit } from '../../../data/types.ts';
import { runTexts as words } from '../../../text/runTexts.ts';
import { engineTitle } from '../engineTitle.ts';
import { previewUrl } from './previewUrl.ts';

/** What a run looks like so far, beside its progress. */
export function PreviewRow({ edit }: { readonly edit: Edit }) {
  const url = previewUrl(edit);
  if (!url || !edit.preview) return null;
  return (
    <figure className="flex items-center gap-2.5">
      <img
        src={url}
        alt={words.previewOf(engineTitle(edit.engine))}
        draggable={false}
        className="size-14 shrink-0 rounded-1 bg-hover object-cover"
      />
      <figcaption className="min-w-0 text-12">
        <span className="block font-medium">{words.preview(edit.preview.variant + 1, edit.variants)}</span>
        <span className="block text-11 text-text-3">{words.previewLead}</span>
      </figcaption>
    </figure>
  );
}
