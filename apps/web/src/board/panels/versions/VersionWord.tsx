'use client';

import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { VersionStateWord } from '../../../ui/VersionStateWord.tsx';
import { isAsUploaded } from '../../canvas/scene.ts';
import { useIsDrawn } from '../../state/useIsDrawn.ts';

/** A version's state, and of one that nobody has worked on that it is the original, or was drawn from words. */
export function VersionWord({
  version,
}: {
  readonly version: Pick<Version, 'frameId' | 'state' | 'parentId' | 'layers'>;
}) {
  const isDrawn = useIsDrawn(version.frameId);
  if (!isAsUploaded(version)) return <VersionStateWord state={version.state} />;
  return (
    <span className="font-normal text-11 text-text-3">{texts.layers[isDrawn ? 'drawn' : 'original']}</span>
  );
}
