'use client';

import type { FrameId } from '@pinpaint/domain';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { sessionApi } from '../../data/api.ts';
import type { Series } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { showFrames } from '../canvas/viewActions.ts';
import { Thumbnail } from '../frames/Thumbnail.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { selectFrame } from '../state/changeState.ts';
import { useFrames } from '../state/useBoardData.ts';

type Member = Series['frames'][number];

export type SeriesFrameRowProps = {
  readonly member: Member;
  /** Of a derived frame, where its base is in the series too. */
  readonly base: Member | null;
  /** 0 first. */
  readonly place: number;
  readonly count: number;
  readonly isHere: boolean;
  readonly isOpen: boolean;
  readonly onMove: (to: number) => void;
  readonly onTakeOut: () => void;
};

export function SeriesFrameRow({
  member,
  base,
  place,
  count,
  isHere,
  isOpen,
  ...props
}: SeriesFrameRowProps) {
  const { onMove, onTakeOut } = props;
  const { store, boardId } = useBoardContext();
  const frame = useFrames().data?.find(({ id }) => id === member.frameId);
  const go = () => {
    selectFrame(store, member.frameId as FrameId);
    showFrames(store, [member.frameId as FrameId]);
  };
  const look = 'h-10 w-14 object-cover';
  return (
    <li
      className={classes(
        'grid grid-cols-[18px_56px_minmax(0,1fr)_auto] items-center gap-x-2.5 border-line border-b py-2 pr-2 pl-3.5',
        isHere && 'bg-hover',
      )}
    >
      <span aria-hidden="true" className="num text-right text-12 text-text-3">
        {place + 1}
      </span>
      {frame ? (
        <Thumbnail frame={frame} className={look} />
      ) : (
        <Picture src={sessionApi.url(`/frames/${member.frameId}/thumbnail`)} alt="" className={look} />
      )}
      <div className="min-w-0">
        {member.boardId === boardId ? (
          <button
            type="button"
            aria-current={isHere ? 'true' : undefined}
            onClick={go}
            className="block max-w-full truncate rounded-1 font-medium text-13 hover:underline"
          >
            {member.number} {member.name}
          </button>
        ) : (
          <p className="truncate font-medium text-13">{member.name}</p>
        )}
        <p className="truncate text-11 text-text-3">
          {originOf({ member, base, boardId, isDrawn: frame?.drawing != null })}
        </p>
      </div>
      {isOpen && (
        <span className="flex">
          <IconButton
            icon={ArrowUp}
            label={words.up(member.name)}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          />
          <IconButton
            icon={ArrowDown}
            label={words.down(member.name)}
            disabled={place === count - 1}
            onClick={() => onMove(place + 1)}
          />
          <IconButton icon={X} label={words.takeOut(member.name)} onClick={onTakeOut} />
        </span>
      )}
    </li>
  );
}

type Origin = Pick<SeriesFrameRowProps, 'member' | 'base'> & {
  readonly boardId: string;
  readonly isDrawn: boolean;
};

function originOf({ member, base, boardId, isDrawn }: Origin): string {
  if (member.boardId !== boardId) return words.elsewhere;
  if (!member.base) return isDrawn ? words.drawn : words.uploaded;
  return base ? words.derivedFrom(base.number) : words.derived;
}
