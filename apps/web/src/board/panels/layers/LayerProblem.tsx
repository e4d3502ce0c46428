import type { ApiError } from '../../../data/ApiError.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';

export type LayerProblemProps = { readonly error: ApiError; readonly onClose: () => void };

export function LayerProblem({ error, onClose }: LayerProblemProps) {
  const said: Readonly<Record<string, string>> = texts.layers.problem;
  return (
    <div className="border-line border-b p-3.5">
      <ProblemNote
        title={texts.layers.problem.title}
        happened={said[error.code] ?? error.message}
        kept={texts.layers.problem.kept}
        details={error.details}
      >
        <Button onClick={onClose}>{texts.common.close}</Button>
      </ProblemNote>
    </div>
  );
}
