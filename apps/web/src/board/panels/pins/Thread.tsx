'use client';

import type { Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { useMay } from '../../state/useMay.ts';
import { MessageItem } from './MessageItem.tsx';
import { ReplyField } from './ReplyField.tsx';
import { usePeople } from './usePeople.ts';
import { useMessages } from './useThread.ts';

/** What was said about a pin, and a field to answer. */
export function Thread({ pin }: { readonly pin: Pin }) {
  const { data: messages } = useMessages(pin.id);
  const names = usePeople().map(({ name }) => name);
  const mayComment = useMay('pin.comment');
  return (
    <section aria-label={texts.pins.thread} className="grid gap-2 border-line-control/40 border-t pt-2">
      {messages ? (
        messages.length > 0 && (
          <ol className="grid gap-2">
            {messages.map((message) => (
              <MessageItem key={message.id} message={message} names={names} />
            ))}
          </ol>
        )
      ) : (
        <Shape className="h-8 w-full" />
      )}
      {mayComment && <ReplyField pin={pin} names={names} />}
    </section>
  );
}
