'use client';

import { useState } from 'react';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { detailsOf, refusalText } from '../../edit/refusal.ts';
import { useBoard } from '../../state/BoardContext.tsx';
import { useFrames, useMe, usePins } from '../../state/useBoardData.ts';
import { PinFilters } from './PinFilters.tsx';
import { PinGroups } from './PinGroups.tsx';
import { PinsLoading } from './PinsLoading.tsx';
import { groupPins, type PinFilter, passes } from './pinList.ts';
import { usePinKeys } from './usePinKeys.ts';
import { WaitingPins } from './WaitingPins.tsx';

/** All of a board's pins by frame, the selected one unfolded. */
export function PinsTab() {
  const [filter, setFilter] = useState<PinFilter>('all');
  const frameId = useBoard((state) => state.frameId);
  const pinId = useBoard((state) => state.pinId);
  const { data: me } = useMe();
  const { data: pins, error, refetch } = usePins();
  const { data: frames } = useFrames();
  const meId = me?.person.id ?? null;
  // The selected pin stays in sight, also when what was just done with it takes it out of the filter.
  const shown = pins?.filter((pin) => passes(pin, filter, meId) || pin.id === pinId) ?? [];
  const step = usePinKeys(shown, frames ?? []);
  if (error && !pins) {
    return (
      <div className="p-3.5">
        <ProblemNote
          title={texts.pins.notLoaded}
          happened={refusalText(error)}
          kept={texts.pins.nothingLost}
          details={detailsOf(error)}
        >
          <Button onClick={() => void refetch()}>{texts.common.retry}</Button>
        </ProblemNote>
      </div>
    );
  }
  if (!pins || !frames) return <PinsLoading />;
  if (pins.length === 0) {
    return (
      <>
        <WaitingPins />
        <Nothing title={texts.pins.none} lead={texts.pins.noneLead} />
      </>
    );
  }
  return (
    <>
      <PinFilters pins={pins} me={meId} value={filter} onChange={setFilter} />
      <div className="min-h-0 flex-1 overflow-y-auto pb-3">
        <WaitingPins />
        {shown.length > 0 ? (
          <PinGroups groups={groupPins(shown, frames, frameId)} onStep={step} />
        ) : (
          <Nothing title={texts.pins.noneHere}>
            <Button className="mt-2 justify-self-start" onClick={() => setFilter('all')}>
              {texts.pins.showAll}
            </Button>
          </Nothing>
        )}
      </div>
    </>
  );
}

type NothingProps = { readonly title: string; readonly lead?: string; readonly children?: React.ReactNode };

function Nothing({ title, lead, children }: NothingProps) {
  return (
    <div className="grid gap-1 px-3.5 py-4">
      <p className="font-medium">{title}</p>
      {lead && <p className="text-12 text-text-2">{lead}</p>}
      {children}
    </div>
  );
}
