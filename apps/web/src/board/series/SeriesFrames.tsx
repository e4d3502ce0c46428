'use client';

import { CopyPlus } from 'lucide-react';
import { useState } from 'react';
import type { Series } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { moveTo } from '../panels/layers/reorder.ts';
import { useFrames } from '../state/useBoardData.ts';
import { useFrameVersions } from '../state/useFrameVersions.ts';
import { useMay } from '../state/useMay.ts';
import { DerivationLine } from './DerivationLine.tsx';
import { baseOf } from './deriveFrame.ts';
import { SeriesFrameRow } from './SeriesFrameRow.tsx';
import { SeriesProblem } from './SeriesProblem.tsx';
import { useDerive } from './useDerive.ts';
import { useSeries } from './useSeries.ts';
import { useSeriesChanges } from './useSeriesChanges.ts';

export type SeriesFramesProps = { readonly series: Series; readonly frameId: string };

/** The pictures in their order, and what could join them. */
export function SeriesFrames({ series, frameId }: SeriesFramesProps) {
  const mayChange = useMay('series.change');
  const { mutate, error, reset } = useSeriesChanges();
  const [said, say] = useState('');
  const { id, frames } = series;
  const move = (from: number, to: number) => {
    const moved = moveTo(frames, from, to);
    mutate({ do: 'order', id, order: moved.map((frame) => frame.frameId) });
    say(words.moved(frames[from]?.name ?? '', to + 1, frames.length));
  };
  return (
    <section aria-label={words.list}>
      {error && <SeriesProblem error={error} onClose={reset} />}
      <ol>
        {frames.map((frame, place) => (
          <SeriesFrameRow
            key={frame.frameId}
            member={frame}
            base={frames.find((one) => one.frameId === frame.base?.frameId) ?? null}
            place={place}
            count={frames.length}
            isHere={frame.frameId === frameId}
            isOpen={mayChange}
            onMove={(to) => move(place, to)}
            onTakeOut={() => mutate({ do: 'takeOut', id, frameId: frame.frameId })}
          />
        ))}
      </ol>
      {mayChange && (
        <Joining series={series} frameId={frameId} onAdd={(one) => mutate({ do: 'add', id, frameId: one })} />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}

type JoiningProps = SeriesFramesProps & { readonly onAdd: (frameId: string) => void };

/** Pictures of the board that lie in no series, and a new one made of the one that is selected. */
function Joining({ series, frameId, onAdd }: JoiningProps) {
  const isDerived = series.frames.some((frame) => frame.frameId === frameId && frame.base);
  const { data: frames = [] } = useFrames();
  const { data: all = [] } = useSeries();
  const taken = new Set(all.flatMap((one) => one.frames.map((frame) => frame.frameId)));
  const free = frames.filter(({ id }) => !taken.has(id));
  const frame = frames.find(({ id }) => id === frameId);
  return (
    <div className="grid gap-2 px-3.5 pt-3">
      {free.length > 0 && (
        <Select
          label={words.add}
          hideLabel
          value=""
          onChange={(event) => event.target.value && onAdd(event.target.value)}
          options={[
            { value: '', label: words.addNone },
            ...free.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
          ]}
        />
      )}
      {frame && <DeriveButton frame={frame} />}
      {isDerived && <DerivationLine key={frameId} frameId={frameId} />}
    </div>
  );
}

function DeriveButton({ frame }: { readonly frame: Parameters<typeof useDerive>[0] }) {
  const derive = useDerive(frame);
  const base = baseOf(useFrameVersions(frame.id)?.versions ?? []);
  const [isBusy, setIsBusy] = useState(false);
  const begin = async () => {
    setIsBusy(true);
    await derive();
    setIsBusy(false);
  };
  return (
    <div className="grid gap-1">
      <Button disabled={isBusy || !base} onClick={() => void begin()} className="w-full">
        <CopyPlus size={14} aria-hidden="true" />
        {isBusy ? words.deriving : words.derive}
      </Button>
      {base && <p className="text-11 text-text-3">{words.deriveLead(base.number)}</p>}
    </div>
  );
}
