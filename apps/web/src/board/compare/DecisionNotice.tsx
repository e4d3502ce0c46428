'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { TriangleAlert, X } from 'lucide-react';
import type { ApiError } from '../../data/ApiError.ts';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { problemSays } from '../panels/versions/problemSays.ts';
import type { Decision } from './useDecide.ts';

export type DecisionNoticeProps = {
  readonly decide: UseMutationResult<Version, ApiError, Decision>;
  readonly version: Version;
};

/** That somebody was faster, and how things stand now; nothing moves for it. What is done, the bar itself says: here it is only heard. */
export function DecisionNotice({ decide, version }: DecisionNoticeProps) {
  const name = texts.versions.name(version.number);
  const { error, data, variables } = decide;
  if (!error) {
    const { nowApproved, nowAsked } = texts.compare.decision;
    const done = variables?.kind === 'approve' ? nowApproved : nowAsked;
    return (
      <p role="status" className="sr-only">
        {data && done(name)}
      </p>
    );
  }
  return (
    <div
      role="alert"
      className="absolute inset-x-0 bottom-full flex items-center gap-2.5 border-line border-t bg-raised px-5 py-2 text-13 max-md:px-4"
    >
      <TriangleAlert size={16} className="shrink-0 text-attention" aria-hidden="true" />
      <p className="min-w-0 flex-1">
        <Refused error={error} name={name} version={version} />
      </p>
      <IconButton icon={X} label={texts.common.close} onClick={decide.reset} />
    </div>
  );
}

type RefusedProps = { readonly error: ApiError; readonly name: string; readonly version: Version };

function Refused({ error, name, version }: RefusedProps) {
  const said = texts.compare.meanwhile;
  const now = version.state === 'in_review' ? '' : said.now(name, texts.versionStates[version.state]);
  return [problemSays(error), said.kept, now].filter(Boolean).join(' ');
}
