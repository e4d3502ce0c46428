'use client';

import type { FrameId } from '@pinpaint/domain';
import { FilePlus2 } from 'lucide-react';
import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { VersionStateWord } from '../../../ui/VersionStateWord.tsx';
import { useBoardContext } from '../../state/BoardContext.tsx';
import { show } from '../../state/changeState.ts';
import { useMyRole } from '../../state/useMyRole.ts';
import { useVersionMoves } from '../versions/useVersionMoves.ts';
import { versionActions } from '../versions/versionActions.ts';

export type LayerHeadProps = { readonly version: Version; readonly versions: readonly Version[] };

/** Which version's layers these are, and the way to change fixed ones. */
export function LayerHead({ version, versions }: LayerHeadProps) {
  const { store } = useBoardContext();
  const role = useMyRole();
  const moves = useVersionMoves();
  const mayGoOn = role !== null && versionActions(version, { role, versions }).includes('newDraft');
  const goOn = () =>
    moves.mutate(
      { move: 'newDraft', version },
      { onSuccess: (draft) => show(store, draft.frameId as FrameId, { kind: 'now' }) },
    );
  return (
    <header className="flex min-h-11 items-center gap-2 border-line border-b px-3.5 py-2">
      <h2 className="sr-only">{texts.layers.title(texts.versions.name(version.number))}</h2>
      <span aria-hidden="true" className="num font-semibold text-13">
        {texts.versions.name(version.number)}
      </span>
      <VersionStateWord state={version.state} />
      <span className="flex-1" />
      {mayGoOn && (
        <Button onClick={goOn} disabled={moves.isPending}>
          <FilePlus2 size={14} aria-hidden="true" />
          {texts.layers.newDraft}
        </Button>
      )}
    </header>
  );
}
