'use client';

import type { FrameId } from '@pinpaint/domain';
import { useState } from 'react';
import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { useBoard, useBoardContext } from '../../state/BoardContext.tsx';
import { show } from '../../state/changeState.ts';
import type { FrameVersions } from '../../state/useFrameVersions.ts';
import { ListShape } from '../ListShape.tsx';
import { useVersionMoves } from './useVersionMoves.ts';
import { VersionProblem } from './VersionProblem.tsx';
import { VersionRow } from './VersionRow.tsx';

/** One is open: by itself the one that was chosen for a comparison, or whatever waits. */
export function VersionList({ frame, versions }: FrameVersions) {
  const { store } = useBoardContext();
  const compare = useBoard((state) => state.compare);
  const shown = useBoard((state) => state.shown[frame.id]);
  const [chosen, setChosen] = useState<string | null>(null);
  const moves = useVersionMoves();
  if (versions.length === 0) return <ListShape />;
  const looked = shown?.kind === 'version' ? shown.versionId : null;
  const openId = chosen ?? compare?.b ?? looked ?? waiting(versions).id;
  const choose = ({ id }: Version) => {
    setChosen(id);
    if (store.getState().compare) return;
    const isNow = versions.find(({ state }) => state !== 'discarded')?.id === id;
    show(store, frame.id as FrameId, isNow ? { kind: 'now' } : { kind: 'version', versionId: id });
  };
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {moves.error && <VersionProblem error={moves.error} onClose={moves.reset} />}
      <ol aria-label={texts.versions.list}>
        {versions.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            versions={versions}
            frame={frame}
            isOpen={version.id === openId}
            isMoving={moves.isPending}
            onChoose={() => choose(version)}
            onMove={(move) => moves.mutate({ move, version })}
          />
        ))}
      </ol>
    </div>
  );
}

function waiting(versions: FrameVersions['versions']): { readonly id: string } {
  return versions.find(({ state }) => state === 'in_review') ?? versions[0] ?? { id: '' };
}
