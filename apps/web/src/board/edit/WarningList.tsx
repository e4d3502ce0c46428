'use client';

import type { FlagCode } from '@pinpaint/domain';
import { TriangleAlert } from 'lucide-react';
import { flagTexts } from '../../text/enFlags.ts';

export type WarningListProps = {
  /** Of the list, for those who can't see beside which candidate it stands. */
  readonly label: string;
  readonly codes: readonly FlagCode[];
};

/** What a candidate's figures warn of, in words, and what can be done about each. */
export function WarningList({ label, codes }: WarningListProps) {
  return (
    <ul
      aria-label={label}
      className="mt-2 grid max-h-38 gap-2 overflow-y-auto border-line border-t pt-2 text-12"
    >
      {codes.map((code) => {
        const { title, means, todo } = flagTexts[code];
        return (
          <li key={code} className="flex gap-2">
            <TriangleAlert size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-attention" />
            <span className="min-w-0">
              <b className="font-semibold">{title}.</b> <span className="text-text-2">{means}</span> {todo}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
