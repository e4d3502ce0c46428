'use client';

import type { Moment } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { MomentButton } from './MomentButton.tsx';
import { momentSays } from './momentSays.ts';
import { exactTime } from './when.ts';

export type ChangeRowProps = {
  readonly change: Moment;
  /** Several have worked in it, so it is said who this was. */
  readonly isNamed: boolean;
  readonly isShown: boolean;
  readonly onShow: () => void;
};

/** One of the changes a session is made of. */
export function ChangeRow({ change: { to, people, changes }, isNamed, isShown, onShow }: ChangeRowProps) {
  const names = people.map(({ name }) => name ?? texts.common.somebody).join(', ');
  return (
    <MomentButton isShown={isShown} isPart onShow={onShow}>
      <span className="flex gap-2 text-12">
        <span className="num shrink-0 text-text-3">{exactTime(to)}</span>
        <span className="text-text-2">{momentSays(changes)}</span>
      </span>
      {isNamed && <span className="truncate text-12 text-text-3">{names}</span>}
    </MomentButton>
  );
}
