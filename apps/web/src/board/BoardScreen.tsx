'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useTourSteps } from '../tour/useTourSteps.ts';
import { classes } from '../ui/classes.ts';
import { optional } from '../ui/optional.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { TopBar } from './bar/TopBar.tsx';
import { CanvasArea } from './canvas/CanvasArea.tsx';
import { CandidateStrip } from './edit/CandidateStrip.tsx';
import { EditPanel } from './edit/EditPanel.tsx';
import { Filmstrip } from './frames/Filmstrip.tsx';
import { UploadsProvider } from './frames/UploadsContext.tsx';
import { SidePanel } from './panels/SidePanel.tsx';
import { ClosedNote } from './room/ClosedNote.tsx';
import { useBoard } from './state/BoardContext.tsx';
import { useBoardUrl } from './state/useBoardUrl.ts';
import { ToolRail } from './tools/ToolRail.tsx';
import { useBoardKeys } from './tools/useBoardKeys.ts';

const loadCompare = async () => ({ default: (await import('./compare/CompareView.tsx')).CompareView });
const CompareView = lazy(loadCompare);
const TourBar = optional(async () => (await import('../tour/TourBar.tsx')).TourBar);
const TourPhone = optional(async () => (await import('../tour/TourPhone.tsx')).TourPhone);
const KeysHelp = optional(async () => (await import('./tools/KeysHelp.tsx')).KeysHelp);
const DrawingDialog = optional(async () => (await import('./drawings/DrawingDialog.tsx')).DrawingDialog);
const HistoryPanel = optional(async () => (await import('./history/History.ts')).HistoryPanel);
const PastBar = optional(async () => (await import('./history/History.ts')).PastBar);
const KitDialog = lazy(async () => ({ default: (await import('./kit/KitDialog.tsx')).KitDialog }));
/** Keeps its place, so that nothing jumps. */
const barToCome = <div className="col-span-full row-start-2 min-h-11 border-line border-b bg-raised" />;
/** Nobody compares before the pictures are there; later, the line may be gone. */
const loadCompareAfterMs = 4_000;

/**
 * Bar above, tools left, the board in the middle with the series below it, panel right. On a small screen
 * the rail lies below, and the panel is a sheet over the canvas.
 */
export function BoardScreen() {
  const isClosed = useBoard(({ closed }) => closed !== null);
  const [showsPanel, setShowsPanel] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const [wantsPhone, setWantsPhone] = useState<boolean | null>(null);
  const tour = useTourSteps();
  const isAtWork = useBoard(({ compare, pinId }) => compare !== null || pinId !== null);
  // It stays while the pin lands. Whoever opens that, or looks closely, needs its room.
  const leads = tour !== null && (tour.next === 0 || (tour.next === 1 && !isAtWork));
  const showsPhone = tour !== null && (wantsPhone ?? leads);
  const isComparing = useBoard(({ compare }) => compare !== null);
  const showsHistory = useBoard((state) => state.showsHistory);
  const isPast = useBoard(({ past }) => past !== null);
  const showsKit = useBoard((state) => state.showsKit);
  const showsDrawing = useBoard(({ drawing }) => drawing !== null);
  useEffect(() => {
    // What fails now is asked for again when it is needed.
    const timer = setTimeout(() => void loadCompare().catch(() => undefined), loadCompareAfterMs);
    return () => clearTimeout(timer);
  }, []);
  useBoardKeys({ onHelp: () => setShowsKeys(true) });
  useBoardUrl();
  if (isClosed) return <ClosedNote />;
  return (
    <UploadsProvider>
      <div
        className={classes(
          'grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[48px_auto_minmax(0,1fr)_auto] overflow-hidden bg-surround md:grid-cols-[auto_52px_minmax(0,1fr)] md:grid-rows-[48px_auto_minmax(0,1fr)] lg:grid-cols-[auto_52px_minmax(0,1fr)_320px]',
          tour && '[--above:92px]',
          showsPhone && 'lg:[--before:320px]',
        )}
      >
        <TopBar showsPanel={showsPanel} onPanel={() => setShowsPanel(!showsPanel)} />
        {tour && (
          <Suspense fallback={barToCome}>
            <TourBar progress={tour} showsPhone={showsPhone} onPhone={() => setWantsPhone(!showsPhone)} />
          </Suspense>
        )}
        {tour && showsPhone && (
          <Suspense>
            <TourPhone tour={tour.tour} />
          </Suspense>
        )}
        <ToolRail onHelp={() => setShowsKeys(true)} />
        <main className="row-start-3 flex min-h-0 min-w-0 flex-col md:col-start-3">
          {isPast && (
            <Suspense>
              <PastBar />
            </Suspense>
          )}
          <CanvasArea>
            <EditPanel />
            <CandidateStrip />
            {isComparing && (
              <Suspense>
                <CompareView />
              </Suspense>
            )}
          </CanvasArea>
          <Filmstrip />
        </main>
        <div
          data-sheet
          className={classes(
            'z-30 min-h-0 overflow-hidden bg-panel lg:static lg:col-start-4 lg:row-start-3 lg:flex lg:w-auto lg:flex-col lg:shadow-none',
            showsPanel || showsHistory
              ? 'fixed inset-x-0 bottom-0 flex h-[62dvh] flex-col rounded-t-4 shadow-3 md:inset-x-auto md:top-12 md:right-0 md:h-auto md:w-80 md:rounded-none'
              : 'hidden',
          )}
        >
          {showsHistory ? (
            <Suspense>
              <HistoryPanel />
            </Suspense>
          ) : (
            <SidePanel />
          )}
        </div>
      </div>
      <div className="contents [--foot:84px] max-md:[--foot:124px]">
        <Toasts />
      </div>
      {showsKit && (
        <Suspense>
          <KitDialog />
        </Suspense>
      )}
      {showsDrawing && (
        <Suspense>
          <DrawingDialog />
        </Suspense>
      )}
      {showsKeys && (
        <Suspense>
          <KeysHelp open onClose={() => setShowsKeys(false)} />
        </Suspense>
      )}
    </UploadsProvider>
  );
}
