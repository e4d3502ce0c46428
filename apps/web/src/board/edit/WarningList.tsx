'use client';

import type { FlagCode } from '@pinpaint/domain';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { flagTexts } from '../../text/enFlags.ts';

export type WarningListProps = { readonly codes: readonly FlagCode[] };

/** What a candidate's figures warn of; opened, what each means and what can be done. Closed, it leaves the picture its room. */
export function WarningList({ codes }: WarningListProps) {
  return (
    <details className="group mt-2 w-0 min-w-full rounded-2 bg-hover px-2.5 text-12">
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-2 py-1.5">
        <TriangleAlert size={14} aria-hidden="true" className="shrink-0 text-attention" />
        <span className="min-w-0 flex-1 font-medium">
          {codes.map((code) => flagTexts[code].title).join(' · ')}
        </span>
        <ChevronDown
          size={14}
          aria-hidden="true"
          className="shrink-0 text-text-3 transition-transform group-open:rotate-180"
        />
      </summary>
      <ul className="grid max-h-38 gap-2 overflow-y-auto pb-2.5">
        {codes.map((code) => {
          const { title, means, todo } = flagTexts[code];
          return (
            <li key={code} className="text-text-2">
              <b className="font-semibold text-text">{title}.</b> {means}{' '}
              <span className="text-text">{todo}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
