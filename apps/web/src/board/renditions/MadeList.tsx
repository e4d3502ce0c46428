'use client';

import { Download, X } from 'lucide-react';
import { sessionApi } from '../../data/api.ts';
import { renditionTexts as words } from '../../text/renditionTexts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Shape } from '../../ui/Shape.tsx';
import type { Rendition } from '../panels/versions/useRenditions.ts';
import { encoderName, nameOf } from './nameOf.ts';

export type MadeListProps = {
  /** null while it is being read. */
  readonly made: readonly Rendition[] | null;
  readonly mayCancel: boolean;
  readonly onCancel: (id: string) => void;
};

/** What steps have made, the newest first, with how far each is. */
export function MadeList({ made, mayCancel, onCancel }: MadeListProps) {
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold text-13">{words.made}</h3>
      {!made && <Shape className="h-10 w-full" />}
      {made?.length === 0 && <p className="text-12 text-text-3">{words.none}</p>}
      <ul className="grid gap-1">
        {made?.toReversed().map((rendition) => (
          <li key={rendition.id} className="flex min-h-10 items-center gap-2 rounded-2 bg-sunken px-3 py-1.5">
            <div className="min-w-0 flex-1">
              <p className="text-13">{nameOf(rendition)}</p>
              <p className="num text-12 text-text-2">{stateOf(rendition)}</p>
            </div>
            {rendition.state === 'ready' && (
              <IconButton
                icon={Download}
                label={words.download(nameOf(rendition))}
                onClick={() => download(rendition)}
              />
            )}
            {rendition.state === 'queued' && mayCancel && (
              <IconButton
                icon={X}
                label={words.cancel(nameOf(rendition))}
                onClick={() => onCancel(rendition.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ state, progress, failureCode, failureSays, step, provenance }: Rendition): string {
  if (state === 'cancelled') return words.cancelled;
  if (state === 'failed')
    return words.failed(failureSays ?? words.failures[failureCode ?? ''] ?? failureCode ?? '');
  if (state === 'queued') return progress > 0 ? words.working(Math.floor(progress * 100)) : words.waits;
  if (step?.kind === 'film') return words.filmNote;
  const how = provenance?.provider ?? provenance?.encoder;
  return words.by(String(provenance?.engine ?? ''), how ? encoderName(String(how)) : null);
}

function download({ id }: Rendition): void {
  const link = document.createElement('a');
  link.href = sessionApi.url(`/renditions/${id}/file`);
  link.download = '';
  link.click();
}
