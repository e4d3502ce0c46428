'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { sessionApi } from '../../../data/api.ts';
import type { Edit } from '../../../data/types.ts';
import { runTexts as words } from '../../../text/runTexts.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { money, seconds } from '../../../ui/numbers.ts';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { timeAgo } from '../../../ui/timeAgo.ts';
import { useNow } from '../../../ui/useNow.ts';
import { isUnderWay, placeInQueue } from '../../edit/editsOfPin.ts';
import { editTitle } from '../../edit/editTitle.ts';
import { engineTitle } from '../../edit/engineTitle.ts';
import { ProgressBar } from '../../edit/ProgressBar.tsx';
import { detailsOf, failureText, refusalText } from '../../edit/refusal.ts';
import { aheadText } from '../../edit/runningText.ts';
import { useLiveEdit } from '../../edit/useLiveEdit.ts';
import { waitText } from '../../edit/waitText.ts';
import { useBoardContext } from '../../state/BoardContext.tsx';
import { useEdits, useFrames, usePins } from '../../state/useBoardData.ts';
import { useMay } from '../../state/useMay.ts';
import { goToPin } from '../pins/goToPin.ts';
import { costOf } from './queueList.ts';

/** One edit: what and where, whose, how far, and what it costs or has cost. Its name leads to its pin. */
export function QueueItem({ edit: listed }: { readonly edit: Edit }) {
  const edit = useLiveEdit(listed) ?? listed;
  const { store } = useBoardContext();
  const title = edit.baseVersionId ? editTitle(edit.intent.wish) : edit.note;
  const { pin, where } = useWhere(edit);
  const client = useQueryClient();
  const mayCancel = useMay('edit.cancel');
  const cancel = useMutation({
    mutationFn: () => sessionApi.post<Edit>(`/edits/${edit.id}/cancel`),
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [word] }) => word === 'edits' || word === 'pins' }),
  });
  return (
    <li className="grid grid-cols-1 gap-1 px-3.5 py-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <button
            type="button"
            disabled={!pin}
            onClick={() => pin && goToPin(store, pin)}
            className="block max-w-full truncate text-left font-medium hover:underline"
          >
            {title}
          </button>
          <p className="truncate text-11 text-text-3">
            {[
              where,
              engineTitle(edit.engine),
              edit.byPolicy ? texts.queue.policy : (edit.createdByName ?? texts.common.somebody),
            ].join(' · ')}
          </p>
        </div>
        <Outcome edit={edit} />
        {isUnderWay(edit) && mayCancel && (
          <IconButton
            icon={X}
            label={texts.queue.cancel(where)}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
            className="-mt-1 -mr-1.5"
          />
        )}
      </div>
      {edit.state === 'running' && <ProgressBar value={edit.progress} label={title} />}
      {edit.state === 'running' && edit.ahead !== null && (
        <p className="text-12 text-text-2">{aheadText(edit)}</p>
      )}
      {edit.waitsForRate && <p className="text-12 text-text-2">{waitText([], edit)}</p>}
      {edit.state === 'failed' && <p className="text-12 text-text-2">{failureText(edit)}</p>}
      {cancel.error && (
        <ProblemNote
          title={texts.queue.notCancelled}
          happened={refusalText(cancel.error)}
          kept={texts.queue.notCancelledKept}
          details={detailsOf(cancel.error)}
        >
          <Button onClick={() => cancel.reset()}>{texts.common.close}</Button>
        </ProblemNote>
      )}
    </li>
  );
}

function Outcome({ edit }: { readonly edit: Edit }) {
  const now = useNow();
  const { data: edits = [] } = useEdits();
  const { state, estimate, timings } = edit;
  const usd = costOf(edit);
  const [first, second] = isUnderWay(edit)
    ? [
        state === 'running' ? `${Math.round(edit.progress * 100)} %` : placeText(edits, edit),
        `${seconds(estimate.region.seconds)} · ${money(estimate.region.usd)}`,
      ]
    : [
        state === 'proposed' ? texts.edit.count(edit.variants) : texts.queue.outcomes[state],
        `${timeAgo(timings.endedAt ?? timings.answeredAt ?? timings.createdAt, now)} · ${usd === null ? words.costUnknown : money(usd)}`,
      ];
  return (
    <p className="num shrink-0 text-right text-12">
      {first}
      <span className="block text-11 text-text-3">{second}</span>
    </p>
  );
}

/** Of one that waits for a rate a line of its own says more. */
function placeText(edits: readonly Edit[], edit: Edit): string {
  return edit.waitsForRate ? texts.queue.outcomes.queued : texts.edit.ordinal(placeInQueue(edits, edit));
}

function useWhere({ frameId, pinId }: Edit) {
  const { data: frames } = useFrames();
  const { data: pins } = usePins();
  const frame = frames?.find(({ id }) => id === frameId)?.name ?? '';
  const pin = pins?.find(({ id }) => id === pinId);
  return { pin, where: pin ? texts.queue.pin(frame, pin.number) : texts.queue.noPin(frame) };
}
