'use client';

import { Copy, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { texts } from '../text/texts.ts';
import { IconButton } from './IconButton.tsx';

export type ProblemNoteProps = {
  readonly title: string;
  readonly happened: ReactNode;
  readonly kept?: ReactNode;
  /** What to do, as a button. */
  readonly children?: ReactNode;
  /** The code and whatever helps to find it; behind "Copy details". */
  readonly details?: string;
};

/** What happened, what was kept, what to do. */
export function ProblemNote({ title, happened, kept, children, details }: ProblemNoteProps) {
  return (
    <div role="alert" className="grid grid-cols-1 gap-3">
      <h2 className="flex items-center gap-2 font-semibold text-15">
        <TriangleAlert size={16} className="shrink-0 text-attention" aria-hidden="true" />
        {title}
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-13">
        <dt className="text-text-3">{texts.common.whatHappened}</dt>
        <dd>{happened}</dd>
        {kept && (
          <>
            <dt className="text-text-3">{texts.common.kept}</dt>
            <dd>{kept}</dd>
          </>
        )}
      </dl>
      <div className="flex flex-wrap items-center gap-2">
        {children}
        {details && (
          <IconButton
            icon={Copy}
            label={texts.common.copyDetails}
            className="ml-auto"
            onClick={() => void navigator.clipboard?.writeText(details)}
          />
        )}
      </div>
    </div>
  );
}
