'use client';

import type { Region } from '@pinpaint/domain';
import { useMutation } from '@tanstack/react-query';
import { WandSparkles } from 'lucide-react';
import { sessionApi } from '../../data/api.ts';
import type { Pin } from '../../data/types.ts';
import { smartTexts as words } from '../../text/smartTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/Toasts.tsx';
import { findThing } from '../canvas/find/findThing.ts';
import { useSourceOf } from '../canvas/find/useFound.ts';
import { usePinChange } from '../panels/pins/usePinChange.ts';
import { useMay } from '../state/useMay.ts';
import { refusalText } from './refusal.ts';

/** A bare point has a circle; here it can have the thing it points at instead. */
export function SelectHere({ pin }: { readonly pin: Pin }) {
  const mayChange = useMay('pin.change');
  const source = useSourceOf(pin.frameId);
  const change = usePinChange(pin);
  const put = (region: Region) =>
    change.mutate({ send: () => sessionApi.put<Pin>(`/pins/${pin.id}/region`, { region }) });
  const look = useMutation({
    mutationFn: ({ x, y }: { readonly x: number; readonly y: number }) => {
      if (!source) throw new Error('SelectHere: no picture');
      const hints = { around: null, add: [[x, y] as const], remove: [] };
      const wish = { source, kind: 'thing', frameId: pin.frameId, byEdges: false, hints } as const;
      return findThing(wish, AbortSignal.timeout(lookLimitMs));
    },
    onSuccess: (answer) => {
      if (!answer.ok) return;
      put(answer.value);
      toast({ says: words.selectedHere, undo: () => put(pin.region as Region) });
    },
  });
  const { region } = pin;
  if (region.kind !== 'point' || !mayChange || !source) return null;
  const failure = look.data && !look.data.ok ? words.failuresHere[look.data.error.code] : null;
  return (
    <section className="grid justify-items-start gap-2 border-line border-t px-3.5 pt-2.5 pb-3 text-12 text-text-2">
      <p>{words.barePoint}</p>
      <Button disabled={look.isPending || change.isPending} onClick={() => look.mutate(region)}>
        <WandSparkles size={14} aria-hidden="true" />
        {look.isPending ? words.looking : words.selectHere}
      </Button>
      <p role="status" className="text-attention empty:hidden">
        {look.isError ? words.failuresHere['select.unread'] : failure}
        {change.error && refusalText(change.error)}
      </p>
    </section>
  );
}

/** A search takes about a second, after a model that does not answer a quarter of a minute; beyond this its worker hangs on a line that is gone. */
const lookLimitMs = 30_000;
