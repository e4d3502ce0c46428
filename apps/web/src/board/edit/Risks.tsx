'use client';

import type { RiskCode } from '@pinpaint/domain';
import { lazy, Suspense } from 'react';
import type { PinEstimate } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';

/** Most edits have none. */
const RiskList = lazy(async () => ({ default: (await import('./RiskList.tsx')).RiskList }));

export type RisksProps = {
  readonly foresight: PinEstimate['foresight'];
  readonly codes: readonly RiskCode[];
};

/** Before Run: what is likely to go wrong, or that this is being found out. */
export function Risks({ foresight, codes }: RisksProps) {
  if (foresight === 'looking') {
    return (
      <p role="status" className="text-12 text-text-3">
        {texts.edit.foreseeing}
      </p>
    );
  }
  if (codes.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <RiskList codes={codes} />
    </Suspense>
  );
}
