'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Frame } from '../../data/types.ts';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useEdits } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { billedSays } from './billedSays.ts';

export type NotDrawnProps = {
  readonly frame: Frame;
  readonly onAgain: () => void;
  readonly onClose: () => void;
};

/** Why there is no picture, what it has cost, and the next try one click away. */
export function NotDrawn({ frame, onAgain, onClose }: NotDrawnProps) {
  const client = useQueryClient();
  const { data: edits = [] } = useEdits();
  const mayDraw = useMay('frame.upload');
  const edit = edits.find(({ id }) => id === frame.drawing?.editId);
  const remove = useMutation({
    mutationFn: () => sessionApi.patch(`/frames/${frame.id}`, { archived: true }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['frames'] });
      onClose();
    },
  });
  return (
    <div className="grid gap-3 text-13">
      <p className="text-attention">{whyNot(frame)}</p>
      <div className="num grid gap-0.5 text-12 text-text-2">
        <p>{words.kept}</p>
        {edit && <p>{billedSays(edit)}</p>}
      </div>
      {mayDraw && (
        <div className="flex flex-wrap justify-end gap-2">
          <Button disabled={remove.isPending} onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
          <Button look="primary" onClick={onAgain}>
            {words.again}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The service's own sentence, where it had one. */
function whyNot({ failureCode, failureSays }: Frame): string {
  if (failureCode === 'drawing.cancelled') return words.cancelled;
  const known: Readonly<Record<string, string>> = texts.edit.failures;
  return failureSays ?? known[failureCode ?? ''] ?? words.withoutReason;
}
