'use client';

import type { Candidate, Edit, Pin, Version } from '../../data/types.ts';
import { useEdits, useVersions } from '../state/useBoardData.ts';
import { editsOfPin } from './editsOfPin.ts';
import { useCandidates } from './useCandidates.ts';
import { versionWith } from './versionWith.ts';

export type Strip =
  | { readonly kind: 'choose'; readonly edit: Edit; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'taken'; readonly draft: Version };

/** What stands under a pin's frame: candidates to choose from, and once one is taken, what comes next. */
export function useStrip(pin: Pin | undefined): Strip | null {
  const { data: edits = [] } = useEdits();
  const { data: versions = [] } = useVersions();
  const { proposed, taken } = editsOfPin(edits, pin?.id ?? null);
  const candidates = useCandidates(proposed?.id);
  if (proposed && candidates.length > 0) return { kind: 'choose', edit: proposed, candidates };
  const draft = taken && versionWith(versions, taken, 'draft');
  return draft ? { kind: 'taken', draft } : null;
}
