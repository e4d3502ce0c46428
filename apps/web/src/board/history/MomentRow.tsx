'use client';

import type { Moment } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { MomentButton } from './MomentButton.tsx';
import { momentSays } from './momentSays.ts';
import { timeSpan } from './when.ts';

export type MomentRowProps = {
  readonly moment: Moment;
  readonly isShown: boolean;
  readonly onShow: () => void;
};

const mostFaces = 3;

/** When, who and what; a click shows the board as it was at its end. */
export function MomentRow({ moment: { from, to, people, changes }, isShown, onShow }: MomentRowProps) {
  const names = people.map(({ name }) => name ?? texts.common.somebody);
  return (
    <MomentButton isShown={isShown} onShow={onShow}>
      <span className="flex items-center gap-2">
        <span className="num min-w-0 flex-1 truncate font-medium text-13">{timeSpan(from, to)}</span>
        <span className="-space-x-1 flex">
          {people.slice(0, mostFaces).map(({ id, name }) => (
            <span key={id} className="rounded-full shadow-[0_0_0_2px_var(--panel)]">
              <Avatar name={name ?? texts.common.somebody} small />
            </span>
          ))}
        </span>
      </span>
      <span className="text-12 text-text-2">{momentSays(changes)}</span>
      <span className="truncate text-12 text-text-3">{names.join(', ')}</span>
    </MomentButton>
  );
}
