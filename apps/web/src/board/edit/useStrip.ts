'use client';

import type { Candidate, Edit, Pin, Version } from '../../data/types.ts';
import { useEdits, useVersions } from '../state/useBoardData.ts';
import { editsOfPin } from './editsOfPin.ts';
import { useCandidates } from './useCandidates.ts';

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
  const draft = taken && draftWith(versions, taken);
  return draft ? { kind: 'taken', draft } : null;
}

/** The frame's draft, when it holds the layer that came of this edit. */
function draftWith(versions: readonly Version[], { id, frameId }: Edit): Version | null {
  const draft = versions.find((version) => version.frameId === frameId && version.state === 'draft');
  return draft?.layers.some(({ made }) => made.editId === id) ? draft : null;
}
