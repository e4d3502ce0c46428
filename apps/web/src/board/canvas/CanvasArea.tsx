'use client';

import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { texts } from '../../text/texts.ts';
import { optional } from '../../ui/optional.ts';
import { EmptyBoard } from '../frames/EmptyBoard.tsx';
import { FirstReading } from '../frames/FirstReading.tsx';
import { UploadList } from '../frames/UploadList.tsx';
import { useDrop } from '../frames/useDrop.ts';
import { RefusedNote } from '../room/RefusedNote.tsx';
import { useBoard } from '../state/BoardContext.tsx';
import { useBoardFacts } from '../state/useBoardData.ts';
import { DrawnForm } from '../tools/DrawnForm.tsx';
import { useTools } from '../tools/useTools.ts';
import { LineLayer } from './lines/LineLayer.tsx';
import { Sketch, type Sketched } from './lines/Sketch.tsx';
import { Minimap } from './Minimap.tsx';
import { Cursors } from './marks/Cursors.tsx';
import { Marks } from './marks/Marks.tsx';
import { useMask } from './mask/useMask.ts';
import { useCanvas } from './useCanvas.ts';
import { useFollowing } from './useFollowing.ts';
import { useView } from './useView.ts';
import { ZoomControl } from './ZoomControl.tsx';

const PlaceLayer = lazy(async () => ({ default: (await import('../place/PlaceLayer.tsx')).PlaceLayer }));
const PinLayers = optional(async () => (await import('./PinLayers.tsx')).PinLayers);
const ReferenceLayer = lazy(async () => ({
  default: (await import('../match/ReferenceLayer.tsx')).ReferenceLayer,
}));
const SmartBar = optional(async () => (await import('../tools/SmartBar.tsx')).SmartBar);
const words = texts.canvas;
const cursors = { select: '', hand: 'cursor-grab active:cursor-grabbing' } as const;

/** The board itself: pictures by the graphics card, lines and marks over them, and what floats on top. */
export function CanvasArea({ children }: { readonly children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const sketched = useRef<Sketched>({ shape: null, marquee: null });
  const tool = useBoard((state) => state.tool);
  const name = useBoardFacts().data?.name ?? '';
  // Compare lies over all of it: nobody should get lost behind it by keys.
  const isCovered = useBoard(({ compare }) => compare !== null);
  const hasPin = useBoard(({ pinId }) => pinId !== null);
  const isPlacing = useBoard(({ placing }) => placing !== null);
  const isMatching = useBoard(({ matching }) => matching !== null);
  const hasPictures = useBoard(({ bounds }) => bounds.size > 0);
  const mask = useMask();
  useView(root);
  const isDrawable = useCanvas(host, mask);
  useTools(root, sketched);
  useFollowing();
  const drop = useDrop();
  const cursor = tool === 'select' || tool === 'hand' ? cursors[tool] : 'cursor-crosshair';
  return (
    <section
      aria-label={words.label(name)}
      className="relative min-h-0 flex-1 overflow-clip bg-surround"
      {...drop.handlers}
    >
      <h1 className="sr-only">{words.label(name)}</h1>
      <div
        ref={root}
        inert={isCovered}
        className={`absolute inset-0 touch-none select-none overflow-clip ${cursor}`}
      >
        <div ref={host} className="absolute inset-0" />
        <LineLayer mask={mask} />
        <Sketch sketched={sketched} />
        <Marks />
        {hasPin && (
          <Suspense>
            <PinLayers />
          </Suspense>
        )}
        {isPlacing && (
          <Suspense>
            <PlaceLayer />
          </Suspense>
        )}
        {isMatching && (
          <Suspense>
            <ReferenceLayer />
          </Suspense>
        )}
        <Cursors />
      </div>
      {!isDrawable && (
        <p role="alert" className="absolute inset-x-0 top-1/2 text-center text-13 text-on-surround-2">
          {words.noPicture}. {words.noPictureWhy}
        </p>
      )}
      {!drop.isOver && <EmptyBoard />}
      {!drop.isOver && <FirstReading />}
      {drop.isOver && <DropShade />}
      <div
        inert={isCovered}
        className="pointer-events-none absolute right-5 bottom-3 flex items-end gap-3 max-sm:right-3"
      >
        {hasPictures && <ZoomControl />}
        <Minimap />
      </div>
      <div className="absolute bottom-3 left-5 grid gap-2 max-sm:left-3">
        <RefusedNote />
        <UploadList />
      </div>
      {tool === 'smart' && (
        <Suspense>
          <SmartBar />
        </Suspense>
      )}
      <DrawnForm />
      {children}
    </section>
  );
}

function DropShade() {
  return (
    <div className="pointer-events-none absolute inset-3 grid place-items-center rounded-3 border-2 border-accent-edge border-dashed bg-accent-wash">
      <p className="rounded-2 bg-scrim px-3 py-2 font-medium text-13 text-on-scrim">{texts.board.dropHere}</p>
    </div>
  );
}
