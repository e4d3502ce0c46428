'use client';

import { ArrowLeftRight, FilePlus2, type LucideIcon, Send, Trash2, Undo2 } from 'lucide-react';
import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { openCompare } from '../../compare/openCompare.ts';
import { useBoard, useBoardContext } from '../../state/BoardContext.tsx';
import { useMyRole } from '../../state/useMyRole.ts';
import { useLater } from '../useLater.ts';
import type { VersionMove } from './useVersionMoves.ts';
import { isEmptyDraft, versionActions } from './versionActions.ts';

export type VersionButtonsProps = {
  readonly version: Version;
  /** All of the frame's, newest first. */
  readonly versions: readonly Version[];
  readonly isMoving: boolean;
  readonly onMove: (move: VersionMove) => void;
};

/** What can be done with it now. Deciding is done where it is seen: beside the comparison. */
export function VersionButtons({ version, versions, isMoving, onMove }: VersionButtonsProps) {
  const { store } = useBoardContext();
  const isComparing = useBoard((state) => state.compare !== null);
  const role = useMyRole();
  const later = useLater();
  const actions = role ? versionActions(version, { role, versions }) : [];
  const isEmpty = isEmptyDraft(version);
  const decides = actions.includes('approve');
  if (later.pending.has(version.id))
    return <Discarding version={version} onUndo={() => later.undo(version.id)} />;
  const canCompare = !isComparing && versions.length > 1;
  const possible = moves.filter(({ move }) => actions.includes(move));
  if (!canCompare && possible.length === 0) return null;
  const start = (move: VersionMove) =>
    move === 'discard' ? later.begin(version.id, () => onMove(move)) : onMove(move);
  return (
    <div className="flex flex-wrap gap-1.5">
      {canCompare && (
        <Button look={decides ? 'primary' : 'line'} onClick={() => openCompare(store, versions, version.id)}>
          <ArrowLeftRight size={14} aria-hidden="true" />
          {texts.versions.actions.compare}
        </Button>
      )}
      {possible.map(({ move, icon: Icon, isNext }) => (
        <Button
          key={move}
          look={isNext && !isComparing ? 'primary' : 'line'}
          disabled={isMoving || (move === 'submit' && isEmpty)}
          onClick={() => start(move)}
        >
          <Icon size={14} aria-hidden="true" />
          {texts.versions.actions[move]}
        </Button>
      ))}
      {isEmpty && <p className="w-full text-12 text-text-2">{texts.versions.emptyDraft}</p>}
    </div>
  );
}

const moves: readonly { readonly move: VersionMove; readonly icon: LucideIcon; readonly isNext: boolean }[] =
  [
    { move: 'submit', icon: Send, isNext: true },
    { move: 'withdraw', icon: Undo2, isNext: false },
    { move: 'discard', icon: Trash2, isNext: false },
    { move: 'newDraft', icon: FilePlus2, isNext: false },
  ];

type DiscardingProps = { readonly version: Version; readonly onUndo: () => void };

function Discarding({ version, onUndo }: DiscardingProps) {
  return (
    <div className="flex items-center gap-3">
      <p role="status" className="flex-1 text-12 text-text-2">
        {texts.versions.discarding(texts.versions.name(version.number))}
      </p>
      <Button look="solid" onClick={onUndo}>
        {texts.common.undo}
      </Button>
    </div>
  );
}
