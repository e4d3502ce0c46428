'use client';

import { ApiError } from '../data/ApiError.ts';
import { texts } from '../text/texts.ts';
import { Button } from './Button.tsx';
import { ProblemNote } from './ProblemNote.tsx';

/** A page that could not be read, with the way to read it again. */
export function LoadProblem({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  return (
    <div className="mb-5 max-w-140 rounded-3 bg-panel p-5">
      <ProblemNote
        title={texts.home.failed}
        happened={error.message}
        kept={texts.home.failedKept}
        {...(error instanceof ApiError ? { details: error.details } : {})}
      >
        <Button look="line" size="big" onClick={retry}>
          {texts.common.retry}
        </Button>
      </ProblemNote>
    </div>
  );
}
