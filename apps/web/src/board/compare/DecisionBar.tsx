'use client';

import { may, mayCause, versionCauses } from '@pinpaint/domain';
import { useMemo } from 'react';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { useNow } from '../../ui/useNow.ts';
import { layerCosts } from '../panels/layers/layerCosts.ts';
import { clientWords } from '../panels/versions/clientWords.ts';
import { DecisionQuotes } from '../panels/versions/DecisionQuotes.tsx';
import { useEdits, usePins } from '../state/useBoardData.ts';
import { useMyRole } from '../state/useMyRole.ts';
import { answeredPins, broughtLayers } from './answeredPins.ts';
import { BroughtWarnings } from './BroughtWarnings.tsx';
import { DecisionButtons } from './DecisionButtons.tsx';
import { DecisionFacts } from './DecisionFacts.tsx';
import { DecisionNotice } from './DecisionNotice.tsx';
import { decisionState } from './decisionState.ts';
import { SubmitButton } from './SubmitButton.tsx';
import { useDecide } from './useDecide.ts';

export type DecisionBarProps = {
  readonly version: Version;
  /** All of the frame's. */
  readonly versions: readonly Version[];
};

/** What is to be decided, what speaks for it, and the two answers. */
export function DecisionBar({ version, versions }: DecisionBarProps) {
  const role = useMyRole();
  const now = useNow();
  const { data: pins = [] } = usePins();
  const { data: edits = [] } = useEdits();
  const decide = useDecide(version);
  const mayDecide = role !== null && mayCause(role, versionCauses.approve);
  const maySubmit = role !== null && may(role, 'version.submit');
  const { title, lead } = decisionState(version, { versions, mayDecide, now });
  const brought = useMemo(() => broughtLayers(version, versions), [version, versions]);
  const cost = useMemo(
    () => layerCosts(brought, new Map(edits.map((edit) => [edit.id, edit]))),
    [brought, edits],
  );
  const name = texts.versions.name(version.number);
  const heard = clientWords(version);
  return (
    <section
      aria-label={texts.compare.decision.label(name)}
      className="relative border-line border-t bg-panel"
    >
      <DecisionNotice decide={decide} version={version} />
      {heard.length > 0 && (
        <div className="flex max-h-36 flex-wrap gap-x-8 gap-y-2 overflow-y-auto border-line border-b px-5 py-2.5 max-md:px-4">
          <DecisionQuotes decisions={heard} isWhole />
        </div>
      )}
      <BroughtWarnings layers={brought} />
      <div className="flex min-h-20 flex-wrap items-center gap-x-5 gap-y-3 px-5 py-2.5 max-md:gap-x-6 max-md:px-4 max-md:py-3">
        <div className="min-w-0 shrink-0 max-md:w-full">
          <h2 className="font-semibold text-15 leading-5">{title}</h2>
          <p className="text-12 text-text-2">{lead}</p>
        </div>
        <div className="flex min-w-0 flex-1 basis-100 gap-4 max-md:w-full max-md:flex-none max-md:flex-col max-md:gap-2">
          <DecisionFacts version={version} pins={answeredPins(brought, pins)} cost={cost} />
        </div>
        {version.state === 'in_review' && mayDecide && <DecisionButtons version={version} decide={decide} />}
        {version.state === 'draft' && maySubmit && <SubmitButton version={version} />}
      </div>
    </section>
  );
}
