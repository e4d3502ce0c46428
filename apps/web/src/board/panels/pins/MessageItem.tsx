'use client';

import { Lock } from 'lucide-react';
import type { Message } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { timeAgo } from '../../../ui/timeAgo.ts';
import { useNow } from '../../../ui/useNow.ts';
import { splitMentions } from './mentions.ts';

export type MessageItemProps = {
  readonly message: Message;
  /** Of who can be spoken to. */
  readonly names: readonly string[];
};

export function MessageItem({ message: { by, text, internal, createdAt }, names }: MessageItemProps) {
  const now = useNow();
  const name = by.name ?? texts.common.somebody;
  return (
    <li className="grid grid-cols-[20px_1fr] gap-2 text-12">
      <Avatar name={name} small />
      <div className="min-w-0">
        <p className="flex items-baseline gap-1.5">
          <b className="font-semibold">{name}</b>
          <span className="num text-text-3">{timeAgo(createdAt, now)}</span>
          {internal && (
            <span className="ml-auto inline-flex items-center gap-1 whitespace-nowrap text-11 text-text-3">
              <Lock size={10} aria-hidden="true" />
              {texts.pins.internalNote}
            </span>
          )}
        </p>
        <p className="whitespace-pre-line break-words text-text-2">
          {splitMentions(text, names).map((piece) =>
            piece.isMention ? (
              <span
                key={piece.at}
                className="rounded-[3px] bg-[rgb(128_128_128/.28)] px-0.75 font-medium text-text"
              >
                {piece.text}
              </span>
            ) : (
              piece.text
            ),
          )}
        </p>
      </div>
    </li>
  );
}
