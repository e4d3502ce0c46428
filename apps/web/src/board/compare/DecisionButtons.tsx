'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { Check, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { ApiError } from '../../data/ApiError.ts';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { proofFacts } from '../panels/versions/proofFacts.ts';
import { RequestChanges } from './RequestChanges.tsx';
import type { Decision } from './useDecide.ts';

export type DecisionButtonsProps = {
  readonly version: Version;
  readonly decide: UseMutationResult<Version, ApiError, Decision>;
};

export function DecisionButtons({ version, decide }: DecisionButtonsProps) {
  const said = texts.compare.decision;
  const name = texts.versions.name(version.number);
  const [isAsking, setAsking] = useState(false);
  const doubt = doubts[proofFacts(version).kind];
  const approve = (
    <Button
      size="big"
      look="primary"
      aria-disabled={doubt !== null || decide.isPending}
      className="aria-disabled:cursor-not-allowed aria-disabled:bg-hover aria-disabled:text-text-2 max-md:flex-1 max-md:min-h-12"
      onClick={() => doubt === null && !decide.isPending && decide.mutate({ kind: 'approve' })}
    >
      <Check size={16} aria-hidden="true" />
      {said.approve(name)}
    </Button>
  );
  return (
    <div className="ml-auto flex shrink-0 gap-2.5 max-md:w-full">
      <Button
        size="big"
        disabled={decide.isPending}
        className="max-md:min-h-12 max-md:flex-1"
        onClick={() => setAsking(true)}
      >
        <RotateCcw size={15} aria-hidden="true" />
        {said.requestChanges}
      </Button>
      {doubt === null ? (
        approve
      ) : (
        <Tip says={doubt} side="top">
          {approve}
        </Tip>
      )}
      {isAsking && (
        <RequestChanges
          name={name}
          onClose={() => setAsking(false)}
          onSend={(comment) => {
            setAsking(false);
            decide.mutate({ kind: 'request_changes', comment });
          }}
        />
      )}
    </div>
  );
}

/** Why it can't be approved yet. */
const doubts = {
  none: texts.compare.decision.proofWaits,
  waits: texts.compare.decision.proofWaits,
  fails: texts.compare.decision.proofFails,
  holds: null,
} as const;
