'use client';

import type { RiskCode } from '@pinpaint/domain';
import { Hand } from 'lucide-react';
import { betterByHand, riskTexts } from '../../text/enFlags.ts';

export type RiskListProps = { readonly codes: readonly RiskCode[] };

/** What is likely to go wrong, before anything is spent. */
export function RiskList({ codes }: RiskListProps) {
  return (
    <section aria-label={betterByHand} className="rounded-2 bg-hover px-3 py-2.5 text-12">
      <p className="flex items-center gap-2 font-semibold text-attention">
        <Hand size={14} aria-hidden="true" className="shrink-0" />
        {betterByHand}
      </p>
      <ul className="mt-1 grid gap-1 text-text-2">
        {codes.map((code) => (
          <li key={code}>{riskTexts[code]}</li>
        ))}
      </ul>
    </section>
  );
}
