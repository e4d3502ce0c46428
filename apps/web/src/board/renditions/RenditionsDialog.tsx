'use client';

import { useState } from 'react';
import type { Version } from '../../data/types.ts';
import { renditionTexts as words } from '../../text/renditionTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { money } from '../../ui/numbers.ts';
import { refusalText } from '../edit/refusal.ts';
import { useMay } from '../state/useMay.ts';
import { MadeList } from './MadeList.tsx';
import { StepForm } from './StepForm.tsx';
import { useFilms, useSteps } from './useSteps.ts';
import { firstWishes, lacksWords, wishedSteps } from './wishedSteps.ts';

export type RenditionsDialogProps = {
  readonly version: Pick<Version, 'id' | 'number' | 'bounds'>;
  readonly onClose: () => void;
};

/** Refine, upscale and animate an approved version: one button, and a file for each step. */
export function RenditionsDialog({ version, onClose }: RenditionsDialogProps) {
  const { made, make, cancel } = useSteps(version.id);
  const mayMake = useMay('rendition.make');
  const films = useFilms(version.id);
  const [wishes, setWishes] = useState(firstWishes);
  const steps = wishedSteps(wishes);
  const seconds = steps.reduce((sum, step) => sum + (step.kind === 'film' ? (step.seconds ?? 0) : 0), 0);
  const usd = seconds * (films?.film?.usdPerSecond ?? 0);
  const missing = steps.length === 0 ? words.nothing : lacksWords(wishes) ? words.noWords : null;
  const isFilm = wishes.animate === 'film' || made?.some(({ step }) => step?.kind === 'film');
  const lead = isFilm ? words.leadOfFilms : words.lead;
  const error = make.error ?? cancel.error;
  return (
    <Modal open onClose={onClose} title={words.title} lead={lead(texts.versions.name(version.number))}>
      <div className="grid grid-cols-1 gap-5">
        {mayMake && (
          <form
            className="grid grid-cols-1 gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              make.mutate(steps);
            }}
          >
            <StepForm wishes={wishes} size={version.bounds} onChange={setWishes} films={films} />
            <div className="flex flex-wrap items-center gap-3">
              <Button look="primary" size="big" type="submit" disabled={missing !== null || make.isPending}>
                {words.make}
                {usd > 0 && <span className="num font-normal">{money(usd)}</span>}
              </Button>
              {missing && <p className="text-12 text-text-3">{missing}</p>}
              {error && (
                <p role="alert" className="text-12 text-danger">
                  {refusalText(error)}
                </p>
              )}
            </div>
          </form>
        )}
        <MadeList made={made} mayCancel={mayMake} onCancel={cancel.mutate} />
      </div>
    </Modal>
  );
}
