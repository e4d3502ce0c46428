'use client';

import { texts } from '../../text/texts.ts';
import { useBoard } from '../state/BoardContext.tsx';
import { useFrameVersions } from '../state/useFrameVersions.ts';
import { EmptyTab } from './EmptyTab.tsx';
import { ListShape } from './ListShape.tsx';
import { VersionList } from './versions/VersionList.tsx';

/** The selected frame's versions, newest first. */
export function VersionsTab() {
  const frameId = useBoard((state) => state.frameId);
  const found = useFrameVersions(frameId);
  if (!frameId) return <EmptyTab title={texts.versions.noFrame} lead={texts.versions.noFrameLead} />;
  if (!found) return <ListShape />;
  return <VersionList key={frameId} {...found} />;
}
