'use client';

import type { Region } from '@pinpaint/domain';
import { ImagePlus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldClasses } from '../../ui/Field.tsx';
import type { EnclosedPicture } from '../outbox/letter.ts';
import { TouchButton } from '../parts/TouchButton.tsx';
import { EnclosedThumb } from './EnclosedThumb.tsx';
import { pictureTypes, readPicture } from './readPicture.ts';
import { Sheet } from './Sheet.tsx';

export type NoteSheetProps = {
  readonly region: Region;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: (picture: EnclosedPicture | null) => void;
  /** Puts it away; what was written comes back with the next mark. */
  readonly onFold: () => void;
  readonly onRemove: () => void;
};

const words = texts.client.note;
/** As the API bounds it. */
const noteLimit = 4_000;

/** What should change where somebody has just drawn. */
export function NoteSheet({ region, text, onText, onSend, onFold, onRemove }: NoteSheetProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<EnclosedPicture | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    // With a finger the keyboard would cover what was just drawn.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const read = await readPicture(chosen);
    if (typeof read === 'string') setProblem(read);
    else setPicture(read);
  };
  const send = () => {
    if (text.trim().length > noteLimit) setProblem(words.tooLong);
    else if (text.trim()) onSend(picture);
  };
  const title = region.kind === 'none' ? words.titleWhole : words.title;
  return (
    <Sheet label={title} onClose={onFold} hasCorner>
      <div className="flex items-center justify-between">
        <h2 className="font-semibold text-18">{title}</h2>
        <TouchButton icon={Trash2} label={words.remove} onClick={onRemove} className="-my-3 -mr-3" />
      </div>
      <textarea
        ref={field}
        value={text}
        onChange={({ target }) => {
          setProblem(null);
          onText(target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
        aria-label={words.label}
        placeholder={words.placeholder}
        rows={2}
        enterKeyHint="enter"
        className={`${fieldClasses(true)} mt-2.5 min-h-19 resize-none [field-sizing:content] focus-visible:shadow-[inset_0_0_0_2px_var(--accent-edge)] focus-visible:outline-none`}
      />
      {problem && (
        <p role="alert" className="mt-1.5 text-13 text-danger">
          {problem}
        </p>
      )}
      <Examples onTake={text ? null : onText} />
      {picture && <EnclosedThumb picture={picture} onRemove={() => setPicture(null)} />}
      <div className="mt-4 flex gap-2.5">
        <input
          ref={file}
          type="file"
          accept={pictureTypes.join(',')}
          className="hidden"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
        <TouchButton
          icon={ImagePlus}
          label={words.addPicture}
          onClick={() => file.current?.click()}
          className="w-13 shadow-[inset_0_0_0_1px_var(--line-control)]"
        />
        <Button look="primary" size="touch" className="flex-1" disabled={!text.trim()} onClick={send}>
          {words.send}
        </Button>
      </div>
      <p className="mt-2.5 text-center text-14 text-text-2">{promiseFor(region)}</p>
    </Sheet>
  );
}

/** They stay while somebody writes, so that nothing jumps, but no longer take the place of what is written. */
function Examples({ onTake }: { readonly onTake: ((text: string) => void) | null }) {
  const box = 'min-h-12 flex-1 rounded-3 px-3 py-2.25 text-left text-[14px]/[19px]';
  return (
    <div className="mt-3.5">
      <h3 className="mb-2 font-medium text-14 text-text-2">{words.examplesTitle}</h3>
      <ul className="flex gap-2">
        {words.examples.map((example) => (
          <li key={example} className="flex flex-1">
            {onTake ? (
              <button
                type="button"
                onClick={() => onTake(example)}
                className={`${box} shadow-[inset_0_0_0_1px_var(--line-control)] hover:bg-hover active:bg-pressed`}
              >
                {example}
              </button>
            ) : (
              <p className={`${box} text-text-2 shadow-[inset_0_0_0_1px_var(--line)]`}>{example}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function promiseFor({ kind }: Region): string {
  if (kind === 'none') return words.onlyWhole;
  return kind === 'point' ? words.onlyPoint : words.onlyCircled;
}
