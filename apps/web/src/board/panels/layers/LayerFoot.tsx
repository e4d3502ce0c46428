'use client';

import { rectArea } from '@pinpaint/domain';
import { useMemo } from 'react';
import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { megapixels, percent } from '../../../ui/numbers.ts';
import { useEdits } from '../../state/useBoardData.ts';
import { recomputedShare } from '../versions/proofFacts.ts';
import { costText } from './costText.ts';
import { layerCosts } from './layerCosts.ts';

/** What all of it took, beside what whole frames would have. */
export function LayerFoot({ version }: { readonly version: Version }) {
  const { data: edits = [] } = useEdits();
  const cost = useMemo(
    () => layerCosts(version.layers, new Map(edits.map((edit) => [edit.id, edit]))),
    [version.layers, edits],
  );
  const { share, isCounted } = recomputedShare(version);
  const said = isCounted ? texts.layers.share : texts.layers.atMost;
  return (
    <dl className="num grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-line border-t px-3.5 py-3 text-12">
      <dt className="text-text-3">{texts.layers.recomputed}</dt>
      <dd className="text-right">{said(percent(share), megapixels(rectArea(version.bounds)))}</dd>
      <dt className="text-text-3">{texts.layers.spent}</dt>
      <dd className="text-right">{costText(cost.region)}</dd>
      <dt className="text-text-3">{texts.layers.wholeFrames}</dt>
      <dd className="text-right text-text-2">{costText(cost.frame)}</dd>
    </dl>
  );
}
