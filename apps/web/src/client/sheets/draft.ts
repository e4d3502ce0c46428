import type { Region } from '@pinpaint/domain';
import { recall, remember } from '../parts/remember.ts';

/** A note that is being written. It survives a reload, and a phone that runs out of memory. */
export type Draft = { readonly region: Region; readonly text: string };

export function keepDraft(frameId: string, draft: Draft | null): void {
  remember(`draft.${frameId}`, draft && JSON.stringify(draft));
}

export function keptDraft(frameId: string): Draft | null {
  const kept = recall(`draft.${frameId}`);
  return kept === null ? null : (JSON.parse(kept) as Draft);
}
