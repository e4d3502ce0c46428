'use client';

import { texts } from '../../text/texts.ts';
import { useBoard } from '../state/BoardContext.tsx';
import type { Shown } from '../state/boardStore.ts';
import { type FrameVersions, useFrameVersions } from '../state/useFrameVersions.ts';
import { useMay } from '../state/useMay.ts';
import { EmptyTab } from './EmptyTab.tsx';
import { ListShape } from './ListShape.tsx';
import { LayerFoot } from './layers/LayerFoot.tsx';
import { LayerHead } from './layers/LayerHead.tsx';
import { LayerList } from './layers/LayerList.tsx';

/** What lies over the selected frame's picture, top to bottom. */
export function LayersTab() {
  const frameId = useBoard((state) => state.frameId);
  const shown = useBoard((state) => (frameId ? state.shown[frameId] : undefined));
  const found = useFrameVersions(frameId);
  const mayChange = useMay('layer.change');
  if (!frameId) return <EmptyTab title={texts.layers.noFrame} lead={texts.layers.noFrameLead} />;
  if (!found) return <ListShape />;
  const version = versionIn(found, shown);
  if (!version) return <ListShape />;
  const isOpen = version.state === 'draft' && mayChange;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <LayerHead version={version} versions={found.versions} />
      <LayerList key={version.id} version={version} frame={found.frame} isOpen={isOpen} />
      <LayerFoot version={version} />
    </div>
  );
}

/** The one that is looked at; else the draft, or whatever is newest. */
function versionIn({ versions }: FrameVersions, shown: Shown | undefined) {
  const chosen = shown?.kind === 'version' ? versions.find(({ id }) => id === shown.versionId) : undefined;
  return chosen ?? versions.find(({ state }) => state !== 'discarded') ?? versions[0];
}
