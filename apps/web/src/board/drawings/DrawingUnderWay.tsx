'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Edit, Frame } from '../../data/types.ts';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { money, seconds } from '../../ui/numbers.ts';
import { engineTitle } from '../edit/engineTitle.ts';
import { ProgressBar } from '../edit/ProgressBar.tsx';
import { refusalText } from '../edit/refusal.ts';
import { waitText } from '../edit/waitText.ts';

export type DrawingUnderWayProps = {
  readonly drawing: NonNullable<Frame['drawing']>;
  readonly onClose: () => void;
};

const everyMs = 600;

export function DrawingUnderWay({ drawing, onClose }: DrawingUnderWayProps) {
  const client = useQueryClient();
  const { data: edit } = useQuery({
    queryKey: ['progress', drawing.editId],
    refetchInterval: everyMs,
    queryFn: ({ signal }) => sessionApi.get<Edit>(`/edits/${drawing.editId}`, signal),
  });
  const giveUp = useMutation({
    mutationFn: () => sessionApi.post(`/edits/${drawing.editId}/cancel`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['frames'] });
      onClose();
    },
  });
  const { seconds: takes, usd } = edit?.estimate.region ?? { seconds: 0, usd: 0 };
  return (
    <div className="grid gap-3 text-13">
      <ProgressBar value={edit?.progress ?? 0} label={words.drawing} />
      <p className="num text-text-2">
        {[engineTitle(drawing.engine), seconds(takes), money(usd)].join(' · ')}
      </p>
      <p className="text-12 text-text-3">{waitsFor(edit)}</p>
      {giveUp.error && (
        <p role="alert" className="text-12 text-danger">
          {refusalText(giveUp.error)}
        </p>
      )}
      <div className="flex justify-end">
        <Button disabled={giveUp.isPending} onClick={() => giveUp.mutate()}>
          {words.giveUp}
        </Button>
      </div>
    </div>
  );
}

function waitsFor(edit: Edit | undefined): string {
  if (edit?.waitsForRate) return waitText([], edit);
  return edit?.state === 'queued' ? words.waits : words.mayBeBilled;
}
