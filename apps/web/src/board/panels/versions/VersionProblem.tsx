import type { ApiError } from '../../../data/ApiError.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { problemSays } from './problemSays.ts';

export type VersionProblemProps = { readonly error: ApiError; readonly onClose: () => void };

export function VersionProblem({ error, onClose }: VersionProblemProps) {
  return (
    <div className="border-line border-b p-3.5">
      <ProblemNote
        title={texts.versions.problem.title}
        happened={problemSays(error)}
        kept={texts.versions.problem.keptAll}
        details={error.details}
      >
        <Button onClick={onClose}>{texts.common.close}</Button>
      </ProblemNote>
    </div>
  );
}
