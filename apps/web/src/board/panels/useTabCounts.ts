'use client';

import { isUnderWay } from '../edit/editsOfPin.ts';
import { useSeriesOf } from '../series/useSeries.ts';
import { useBoard } from '../state/BoardContext.tsx';
import type { PanelTab } from '../state/boardStore.ts';
import { useEdits, usePins, useVersions } from '../state/useBoardData.ts';

/** How many things each tab has; null while that is not known. */
export function useTabCounts(): Readonly<Record<PanelTab, number | null>> {
  const frameId = useBoard((state) => state.frameId);
  const { data: pins } = usePins();
  const { data: versions } = useVersions();
  const { data: edits } = useEdits();
  const series = useSeriesOf(frameId);
  const own = versions?.filter((version) => version.frameId === frameId && version.state !== 'discarded');
  return {
    pins: pins?.length ?? null,
    layers: own?.[0]?.layers.length ?? null,
    versions: own && own.length > 0 ? own.length : null,
    series: series?.of ?? null,
    queue: edits?.filter(isUnderWay).length ?? null,
  };
}
