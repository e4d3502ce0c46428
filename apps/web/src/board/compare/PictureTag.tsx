'use client';

import { texts } from '../../text/texts.ts';
import { classes } from '../../ui/classes.ts';
import { timeAgo } from '../../ui/timeAgo.ts';
import { useNow } from '../../ui/useNow.ts';
import { isAsUploaded } from '../canvas/scene.ts';
import { useIsDrawn } from '../state/useIsDrawn.ts';
import type { Side } from './compareSettings.ts';

export type PictureTagProps = {
  readonly side: Side;
  readonly at: 'left' | 'right';
  readonly isOff?: boolean;
};

/** Says on the picture itself which one it is. */
export function PictureTag({ side: { letter, version }, at, isOff }: PictureTagProps) {
  const now = useNow();
  const isDrawn = useIsDrawn(version.frameId);
  const isDecided = version.state === 'approved' || version.state === 'changes_requested';
  const decided =
    isDecided && version.decisions.findLast(({ kind }) => kind === 'approve' || kind === 'request_changes');
  const first = texts.layers[isDrawn ? 'drawn' : 'original'];
  const state = isAsUploaded(version) ? first : texts.versionStates[version.state];
  const words = texts.compare.tag(texts.versions.name(version.number), state);
  const inset = at === 'left' ? 'left-[calc(var(--l)+12px)]' : 'right-[calc(100%-var(--l)-var(--w)+12px)]';
  return (
    <span
      className={classes(
        'pointer-events-none absolute top-[calc(var(--t)+12px)] inline-flex max-w-[calc(50%-24px)] items-center gap-1.25 whitespace-nowrap rounded-1 bg-scrim px-2.25 py-1.25 font-medium text-12 text-on-scrim',
        inset,
        isOff && 'opacity-0',
      )}
    >
      <b className="mr-0.5 font-bold">{letter}</b>
      <span className="overflow-hidden text-ellipsis">{words}</span>
      {decided && <span className="max-sm:hidden">{timeAgo(decided.at, now)}</span>}
    </span>
  );
}
