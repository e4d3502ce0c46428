'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Edit } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { duration, money, seconds } from '../../ui/numbers.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useMay } from '../state/useMay.ts';
import { engineTitle } from './engineTitle.ts';
import { ProgressBar } from './ProgressBar.tsx';
import { PreviewRow } from './preview/PreviewRow.tsx';
import { detailsOf, refusalText } from './refusal.ts';
import { runningText } from './runningText.ts';
import { useElapsed } from './useElapsed.ts';
import { waitText } from './waitText.ts';

export type UnderWayProps = { readonly edit: Edit; readonly edits: readonly Edit[] };

/** An edit that waits or runs: how far it is, for how long already, and a way to stop it. */
export function UnderWay({ edit, edits }: UnderWayProps) {
  const client = useQueryClient();
  const mayCancel = useMay('edit.cancel');
  const elapsed = useElapsed(edit.timings.startedAt ?? edit.timings.createdAt);
  const cancel = useMutation({
    mutationFn: () => sessionApi.post<Edit>(`/edits/${edit.id}/cancel`),
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [word] }) => word === 'edits' || word === 'pins' }),
  });
  const title = engineTitle(edit.engine);
  const isQueued = edit.state === 'queued';
  const { region } = edit.estimate;
  return (
    <section className="grid grid-cols-1 gap-2.5 border-line border-t px-3.5 py-3">
      <div className="flex items-baseline justify-between gap-3">
        <p className="num font-medium text-editing">{isQueued ? waitText(edits, edit) : runningText(edit)}</p>
        <p className="num text-12 text-text-3">{texts.edit.elapsed(duration(elapsed))}</p>
      </div>
      <ProgressBar value={isQueued ? 0 : edit.progress} label={texts.edit.isRunning(title)} />
      <PreviewRow edit={edit} />
      <div className="flex items-center justify-between gap-3 text-12 text-text-2">
        <div className="min-w-0">
          <p className="num truncate">
            {title} · {texts.edit.runSays(edit.variants, seconds(region.seconds), money(region.usd))}
          </p>
          <p className="truncate text-11 text-text-3">
            {edit.byPolicy
              ? texts.edit.byPolicy
              : texts.edit.startedBy(edit.createdByName ?? texts.common.somebody)}
          </p>
        </div>
        {mayCancel && (
          <Button onClick={() => cancel.mutate()} disabled={cancel.isPending}>
            {texts.edit.cancel}
          </Button>
        )}
      </div>
      {cancel.error && (
        <ProblemNote
          title={texts.queue.notCancelled}
          happened={refusalText(cancel.error)}
          kept={texts.queue.notCancelledKept}
          details={detailsOf(cancel.error)}
        />
      )}
    </section>
  );
}
