'use client';

import { newId, type PinId } from '@pinpaint/domain';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { guestApi } from '../../data/api.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { fieldClasses } from '../../ui/Field.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { PinMark } from '../../ui/PinMark.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { freshLetter } from '../outbox/letter.ts';
import { recall, remember } from '../parts/remember.ts';
import { TouchButton } from '../parts/TouchButton.tsx';
import { noteWords, shapeOfWord } from '../picture/noteWord.ts';
import { useLetters, useReviewParts } from '../review/ReviewContext.tsx';
import { Sheet } from './Sheet.tsx';
import { ThreadList } from './ThreadList.tsx';
import type { Note } from './useNotes.ts';
import { useThread } from './useThread.ts';

export type PinSheetProps = { readonly pin: Note; readonly onClose: () => void };

const words = texts.client.pin;

/** A note that was sent: what became of it, and the talk about it. */
export function PinSheet({ pin, onClose }: PinSheetProps) {
  const { review, outbox } = useReviewParts();
  const thread = useThread(pin.id);
  const [answer, setAnswer] = useState(() => recall(`answer.${pin.id}`) ?? '');
  const waiting = useLetters().filter((letter) => letter.kind === 'answer' && letter.pinId === pin.id);
  const write = (text: string) => {
    setAnswer(text);
    remember(`answer.${pin.id}`, text || null);
  };
  const send = () => {
    const text = answer.trim();
    if (!text) return;
    const at = new Date().toISOString();
    const id = newId<PinId>();
    void outbox.add({ ...freshLetter, kind: 'answer', id, linkId: review.link.id, at, pinId: pin.id, text });
    write('');
  };
  const word = noteWords[pin.word];
  return (
    <Sheet label={words.title(pin.number)} onClose={onClose}>
      <div className="flex items-center gap-3">
        <PinMark number={pin.number} state={shapeOfWord[pin.word]} sizePx={32} label="" />
        <h2 className="font-semibold text-18">
          <span className="sr-only">{words.title(pin.number)}: </span>
          {word}
        </h2>
      </div>
      <p className="mt-2.5 whitespace-pre-wrap text-16">{pin.note}</p>
      {pin.declineReason && (
        <p className="mt-2.5 rounded-3 bg-sunken px-3.5 py-2.5 text-15">
          <span className="block text-13 text-text-2">{words.reason}</span>
          {pin.declineReason}
        </p>
      )}
      {thread?.attachments.map(({ id, name }) => (
        <Picture
          key={id}
          src={guestApi.url(`/pins/${pin.id}/attachments/${id}`)}
          alt={`${words.reference}: ${name}`}
          className="mt-3 max-h-40 max-w-full bg-well object-contain"
        />
      ))}
      {!thread && <Shape className="mt-4 h-10 w-3/5 rounded-3" />}
      <ThreadList messages={thread?.messages ?? []} waiting={waiting} />
      {review.link.mayComment && (
        <div className="mt-4 flex items-end gap-2.5">
          <textarea
            value={answer}
            onChange={({ target }) => write(target.value)}
            aria-label={words.answer}
            placeholder={words.answer}
            rows={1}
            className={`${fieldClasses(true)} resize-none [field-sizing:content]`}
          />
          <TouchButton
            icon={Send}
            label={words.sendAnswer}
            disabled={!answer.trim()}
            onClick={send}
            className="shadow-[inset_0_0_0_1px_var(--line-control)]"
          />
        </div>
      )}
    </Sheet>
  );
}
