'use client';

import { Tabs } from 'radix-ui';
import { type ComponentType, lazy, Suspense } from 'react';
import { texts } from '../../text/texts.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { type PanelTab, panelTabs } from '../state/boardStore.ts';
import { ListShape } from './ListShape.tsx';
import { PinsTab } from './pins/PinsTab.tsx';
import { useTabCounts } from './useTabCounts.ts';

/** What a board holds in words: pins, and of the selected frame layers and versions, and what runs. */
export function SidePanel() {
  const { store } = useBoardContext();
  const tab = useBoard((state) => state.tab);
  const counts = useTabCounts();
  return (
    <aside aria-label={texts.pins.panel} className="flex min-h-0 w-full flex-1 flex-col bg-panel">
      <Tabs.Root
        value={tab}
        onValueChange={(next) => store.setState({ tab: next as PanelTab })}
        activationMode="manual"
        className="flex min-h-0 flex-1 flex-col"
      >
        <Tabs.List aria-label={texts.pins.panel} className="flex h-11 shrink-0 border-line border-b px-2">
          {panelTabs.map((one) => (
            <TabTrigger key={one} tab={one} count={counts[one]} />
          ))}
        </Tabs.List>
        {panelTabs.map((one) => {
          const Content = contents[one];
          return (
            <Tabs.Content
              key={one}
              value={one}
              className="flex min-h-0 flex-1 flex-col -outline-offset-2 data-[state=inactive]:hidden"
            >
              <Suspense fallback={<ListShape />}>
                <Content />
              </Suspense>
            </Tabs.Content>
          );
        })}
      </Tabs.Root>
    </aside>
  );
}

function TabTrigger({ tab, count }: { readonly tab: PanelTab; readonly count: number | null }) {
  return (
    <Tabs.Trigger
      value={tab}
      className="-outline-offset-2 relative flex flex-auto items-center justify-center gap-1 px-1 font-medium text-12 text-text-2 hover:text-text data-[state=active]:text-text data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:bg-text"
    >
      {texts.pins.tabs[tab]} <span className="num min-w-2 font-medium text-11 text-text-3">{count}</span>
    </Tabs.Trigger>
  );
}

/** None of them is there when a board opens, and the board has enough to bring. */
const LayersTab = lazy(async () => ({ default: (await import('./LayersTab.tsx')).LayersTab }));

const VersionsTab = lazy(async () => ({ default: (await import('./VersionsTab.tsx')).VersionsTab }));

const SeriesTab = lazy(async () => ({ default: (await import('../series/SeriesTab.tsx')).SeriesTab }));

const QueueTab = lazy(async () => ({ default: (await import('./queue/QueueTab.tsx')).QueueTab }));

const contents = {
  pins: PinsTab,
  layers: LayersTab,
  versions: VersionsTab,
  series: SeriesTab,
  queue: QueueTab,
} as const satisfies Record<PanelTab, ComponentType>;
