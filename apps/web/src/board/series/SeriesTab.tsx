'use client';

import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { detailsOf, refusalText } from '../edit/refusal.ts';
import { EmptyTab } from '../panels/EmptyTab.tsx';
import { ListShape } from '../panels/ListShape.tsx';
import { useBoard } from '../state/BoardContext.tsx';
import { CarryEdits } from './CarryEdits.tsx';
import { CarryView } from './CarryView.tsx';
import { NoSeries } from './NoSeries.tsx';
import { SeriesFrames } from './SeriesFrames.tsx';
import { SeriesHead } from './SeriesHead.tsx';
import { useSeries } from './useSeries.ts';

/** The series of the selected picture: its order, and what is carried in it. */
export function SeriesTab() {
  const frameId = useBoard((state) => state.frameId);
  const editId = useBoard((state) => state.carriedEditId);
  const { data: all, error, refetch } = useSeries();
  if (!frameId) return <EmptyTab title={words.noFrame} lead={words.noFrameLead} />;
  if (error && !all) {
    return (
      <div className="p-3.5">
        <ProblemNote title={words.notLoaded} happened={refusalText(error)} details={detailsOf(error)}>
          <Button onClick={() => void refetch()}>{texts.common.retry}</Button>
        </ProblemNote>
      </div>
    );
  }
  if (!all) return <ListShape />;
  const series = all.find(({ frames }) => frames.some((frame) => frame.frameId === frameId));
  if (!series) return <NoSeries frameId={frameId} all={all} />;
  if (editId) return <CarryView key={editId} editId={editId} series={series} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <SeriesHead key={series.id} series={series} />
      <div className="min-h-0 flex-1 overflow-y-auto pb-4">
        <SeriesFrames series={series} frameId={frameId} />
        <CarryEdits series={series} frameId={frameId} />
      </div>
    </div>
  );
}
