'use client';

import { useState } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldClasses } from '../../ui/Field.tsx';
import { recall, remember } from '../parts/remember.ts';

export type ChangesFormProps = {
  readonly versionId: string;
  readonly onSend: (comment: string) => void;
  readonly onBack: () => void;
};

const words = texts.client.version;
/** Two words are the least that say what is missing. */
const leastWords = 2;

/** What is missing in a version, in the client's words. */
export function ChangesForm({ versionId, onSend, onBack }: ChangesFormProps) {
  const [text, setText] = useState(() => recall(`changes.${versionId}`) ?? '');
  const [isShort, setIsShort] = useState(false);
  const write = (said: string) => {
    setText(said);
    setIsShort(false);
    remember(`changes.${versionId}`, said || null);
  };
  const send = () => {
    const said = text.trim();
    if (said.split(/\s+/).length < leastWords) return setIsShort(true);
    onSend(said);
  };
  return (
    <>
      <h2 className="font-semibold text-18">{words.changesTitle}</h2>
      <textarea
        value={text}
        onChange={({ target }) => write(target.value)}
        aria-label={words.changesLabel}
        aria-invalid={isShort}
        rows={3}
        maxLength={4_000}
        className={`${fieldClasses(true)} mt-2.5 min-h-24 resize-none [field-sizing:content]`}
      />
      {isShort && (
        <p role="alert" className="mt-1.5 text-13 text-danger">
          {words.changesNeedWords}
        </p>
      )}
      <div className="mt-4 flex gap-2.5">
        <Button size="touch" onClick={onBack}>
          {words.back}
        </Button>
        <Button look="primary" size="touch" className="flex-1" onClick={send}>
          {words.changesSend}
        </Button>
      </div>
      <p className="mt-2.5 text-center text-14 text-text-2">{words.newFollows}</p>
    </>
  );
}
