import type { ApiError } from '../../data/ApiError.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { refusalText } from '../edit/refusal.ts';

export type SeriesProblemProps = {
  readonly error: ApiError;
  readonly title?: string;
  readonly kept?: string;
  readonly onClose: () => void;
};

export function SeriesProblem({ error, title, kept, onClose }: SeriesProblemProps) {
  return (
    <div className="border-line border-b p-3.5">
      <ProblemNote
        title={title ?? words.notDone}
        happened={refusalText(error)}
        kept={kept ?? words.notDoneKept}
        details={error.details}
      >
        <Button onClick={onClose}>{texts.common.close}</Button>
      </ProblemNote>
    </div>
  );
}
