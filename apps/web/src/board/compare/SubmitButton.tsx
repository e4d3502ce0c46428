'use client';

import { Send } from 'lucide-react';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { problemSays } from '../panels/versions/problemSays.ts';
import { useVersionMoves } from '../panels/versions/useVersionMoves.ts';
import { isEmptyDraft } from '../panels/versions/versionActions.ts';

/** A draft becomes a version that never changes again. */
export function SubmitButton({ version }: { readonly version: Version }) {
  const { mutate, isPending, error } = useVersionMoves();
  const isEmpty = isEmptyDraft(version);
  return (
    <div className="grid shrink-0 justify-items-end gap-1 max-md:w-full">
      <Button
        size="big"
        look="primary"
        className="max-md:min-h-12 max-md:w-full"
        disabled={isEmpty || isPending}
        onClick={() => mutate({ move: 'submit', version })}
      >
        <Send size={15} aria-hidden="true" />
        {texts.versions.actions.submit}
      </Button>
      {isEmpty && <p className="text-12 text-text-2">{texts.versions.emptyDraft}</p>}
      {error && (
        <p role="alert" className="text-12 text-danger">
          {problemSays(error)}
        </p>
      )}
    </div>
  );
}
