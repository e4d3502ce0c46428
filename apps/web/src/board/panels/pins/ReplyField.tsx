'use client';

import { newId, type PinId } from '@pinpaint/domain';
import { Lock, LockOpen, SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Pin } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { fieldClasses } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { detailsOf, refusalText } from '../../edit/refusal.ts';
import { MentionList } from './MentionList.tsx';
import { useMentions } from './useMentions.ts';
import { useReply } from './useThread.ts';

export type ReplyFieldProps = { readonly pin: Pin; readonly names: readonly string[] };

/** Enter sends; the words stay in the field until the server has them. */
export function ReplyField({ pin, names }: ReplyFieldProps) {
  const listId = useId();
  const [id, setId] = useState(() => newId<PinId>());
  const [internal, setInternal] = useState(false);
  const reply = useReply(pin.id);
  const mentions = useMentions(names);
  const { text, field, setText } = mentions;
  const send = () => {
    if (text.trim() === '' || reply.isPending) return;
    reply.mutate(
      { id, text: text.trim(), internal },
      {
        onSuccess: () => {
          setText('');
          setId(newId<PinId>());
        },
      },
    );
  };
  const pressed = (event: KeyboardEvent) => {
    if (mentions.takesKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
    if (event.key === 'Escape') field.current?.blur();
  };
  const isOpen = mentions.offered.length > 0;
  return (
    <div className="relative grid gap-1.5">
      {isOpen && <MentionList id={listId} mentions={mentions} />}
      <div className="relative">
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={texts.pins.reply}
          aria-label={texts.pins.replyTo(pin.number)}
          title={texts.pins.replyHint}
          aria-autocomplete="list"
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? `${listId}-${mentions.at}` : undefined}
          onChange={({ target }) => mentions.typed(target.value, target.selectionStart)}
          onKeyDown={pressed}
          onBlur={mentions.close}
          className={classes(
            fieldClasses(),
            'field-sizing-content block max-h-32 resize-none !py-1.5 pr-16 leading-5',
          )}
        />
        <span className="absolute right-0.5 bottom-0.5 flex">
          <IconButton
            icon={internal ? Lock : LockOpen}
            label={internal ? texts.pins.internalOn : texts.pins.internalOff}
            aria-pressed={internal}
            onClick={() => setInternal(!internal)}
            className={classes(internal && 'text-text')}
          />
          <IconButton
            icon={SendHorizontal}
            label={texts.pins.send}
            disabled={text.trim() === '' || reply.isPending}
            onClick={send}
          />
        </span>
      </div>
      {internal && <p className="text-11 text-text-3">{texts.pins.internal}</p>}
      {reply.error && (
        <ProblemNote
          title={texts.pins.notSent}
          happened={refusalText(reply.error)}
          kept={texts.pins.notSentKept}
          details={detailsOf(reply.error)}
        >
          <Button onClick={send}>{texts.common.retry}</Button>
        </ProblemNote>
      )}
    </div>
  );
}
