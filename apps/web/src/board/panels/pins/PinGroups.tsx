'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useBoard } from '../../state/BoardContext.tsx';
import { PinItem } from './PinItem.tsx';
import { openAtFirst, type PinGroup } from './pinList.ts';

export type PinGroupsProps = {
  readonly groups: readonly PinGroup[];
  readonly onStep: (step: 1 | -1) => void;
};

/** Frames with their pins; a frame is opened and closed by its name. */
export function PinGroups({ groups, onStep }: PinGroupsProps) {
  const [turned, setTurned] = useState<Readonly<Record<string, boolean>>>({});
  const selected = useBoard((state) => state.frameId);
  const open = openAtFirst(groups);
  return (
    <ol aria-label={texts.pins.list}>
      {groups.map((group, index) => {
        const { id } = group.frame;
        const isOpen = id === selected ? turned[id] !== false : (turned[id] ?? open.has(id));
        return (
          <li key={id} className={classes(index > 0 && !isOpen && 'border-line border-t')}>
            <div className="flex items-center pr-3.5">
              <GroupName
                group={group}
                isOpen={isOpen}
                onTurn={() => setTurned({ ...turned, [id]: !isOpen })}
              />
              {index === 0 && <StepButtons onStep={onStep} />}
            </div>
            {isOpen && (
              <ol>
                {group.pins.map((pin) => (
                  <PinItem key={pin.id} pin={pin} />
                ))}
              </ol>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type GroupNameProps = {
  readonly group: PinGroup;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
};

function GroupName({ group: { frame, pins }, isOpen, onTurn }: GroupNameProps) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onTurn}
      className={classes(
        'group -outline-offset-2 flex min-w-0 flex-1 items-center gap-1.5 font-medium text-11 text-text-3 hover:text-text',
        isOpen ? 'px-3.5 pt-2.5 pb-1' : 'py-1.75 pr-3.5 pl-2.75',
      )}
    >
      {!isOpen && <ChevronRight size={13} strokeWidth={2} aria-hidden="true" />}
      <span className="truncate">{frame.name}</span>
      {!isOpen && (
        <>
          <span className="flex-1" />
          <span className="num">
            {' '}
            {pins.length} <span className="sr-only">{texts.pins.countOf(pins.length)}</span>
          </span>
        </>
      )}
    </button>
  );
}

function StepButtons({ onStep }: Pick<PinGroupsProps, 'onStep'>) {
  return (
    <span className="flex items-center gap-1 pt-1.5 font-medium text-11 text-text-3">
      <button type="button" aria-label={texts.pins.previous} onClick={() => onStep(-1)}>
        <Kbd>,</Kbd>
      </button>
      <button type="button" aria-label={texts.pins.next} onClick={() => onStep(1)}>
        <Kbd>.</Kbd>
      </button>
      <span aria-hidden="true">{texts.pins.toJump}</span>
    </span>
  );
}
