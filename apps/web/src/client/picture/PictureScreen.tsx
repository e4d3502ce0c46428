'use client';

import { boundsOfRegion, type Region } from '@pinpaint/domain';
import { useMemo, useState } from 'react';
import type { ClientVersion, Frame } from '../../data/types.ts';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { LineState } from '../parts/LineState.tsx';
import { useReview, useReviewParts } from '../review/ReviewContext.tsx';
import { NoteList } from '../sheets/NoteList.tsx';
import { NoteStrip } from '../sheets/NoteStrip.tsx';
import { useNotes } from '../sheets/useNotes.ts';
import { Marks } from './Marks.tsx';
import { type Neighbours, PictureBar } from './PictureBar.tsx';
import { PictureFoot } from './PictureFoot.tsx';
import { PictureSheet } from './PictureSheet.tsx';
import { regionOfPath } from './regionOfPath.ts';
import { Stage } from './Stage.tsx';
import { StageTools } from './StageTools.tsx';
import { isOriginal, shownVersion, sourceOf, versionBefore } from './shownVersion.ts';
import { createStageCamera } from './stageCamera.ts';
import { usePictureSheet } from './usePictureSheet.ts';
import { versionStage } from './versionStage.ts';

export type PictureScreenProps = { readonly frame: Frame; readonly neighbours: Neighbours };

const noVersions: readonly ClientVersion[] = [];

/** One picture: looked at, drawn on, talked about, compared and signed off. */
export function PictureScreen({ frame, neighbours }: PictureScreenProps) {
  const { review } = useReviewParts();
  const versions = useReview((state) => state.versions[frame.id] ?? noVersions);
  const notes = useNotes(frame.id);
  const stage = versionStage(versions, review.guest.id);
  const sheets = usePictureSheet(frame.id, stage);
  const { sheet, setSheet } = sheets;
  const [camera] = useState(createStageCamera);
  const [tool, setTool] = useState<'draw' | 'move'>('draw');
  const shown = shownVersion(versions);
  const picture = useMemo(() => sourceOf(frame, shown), [frame, shown]);
  const isComparing = sheet.kind === 'version' && shown !== null && !isOriginal(shown);
  const earlier = isComparing && shown ? versionBefore(versions, shown) : null;
  const before = useMemo(
    () => (isComparing ? sourceOf(frame, earlier) : null),
    [isComparing, frame, earlier],
  );
  const active = activeRegion(sheet, notes.pins);
  const keep = useMemo(() => (active && active.kind !== 'none' ? boundsOfRegion(active) : null), [active]);
  const canMark = review.link.mayComment && !isComparing;
  if (!picture) return null;
  const { bounds } = picture;
  return (
    <div className="flex h-full flex-col md:grid md:grid-cols-[1fr_380px] md:grid-rows-[auto_minmax(0,1fr)]">
      <div className="shrink-0 md:col-span-2">
        <PictureBar
          frame={frame}
          neighbours={neighbours}
          noteCount={notes.pins.length + notes.letters.length}
          onOpenNotes={() => setSheet({ kind: sheet.kind === 'notes' ? 'none' : 'notes' })}
        />
        <LineState />
      </div>
      <main aria-label={frame.name} className="relative min-h-0 flex-1 bg-surround">
        <Stage
          camera={camera}
          name={frame.name}
          picture={picture}
          before={before}
          tool={isComparing ? 'slide' : canMark ? tool : 'move'}
          canMark={canMark}
          keep={keep}
          onDrawn={(path) => {
            const region = regionOfPath(path, camera.view().camera.scale, bounds);
            if (region) sheets.mark(region);
          }}
        >
          <Marks
            bounds={bounds}
            notes={notes}
            draft={sheet.kind === 'note' ? sheet.draft.region : null}
            openPinId={sheet.kind === 'pin' ? sheet.pinId : null}
            onOpen={(pinId) => setSheet({ kind: 'pin', pinId })}
          />
        </Stage>
        {canMark && sheet.kind === 'none' && notes.pins.length + notes.letters.length === 0 && <Hint />}
        <div className={sheet.kind === 'none' ? undefined : 'max-md:hidden'}>
          <StageTools camera={camera} tool={canMark ? tool : null} onTool={setTool} />
        </div>
      </main>
      <aside
        aria-label={texts.client.picture.notes}
        className="relative z-10 flex max-h-[76dvh] shrink-0 flex-col md:max-h-none md:overflow-y-auto md:border-line md:border-l md:bg-panel"
      >
        {(sheet.kind === 'none' || sheet.kind === 'version') && (
          <NoteStrip
            notes={notes}
            onOpen={(pinId) => setSheet({ kind: 'pin', pinId })}
            onOpenAll={() => setSheet({ kind: 'notes' })}
          />
        )}
        <PictureSheet sheets={sheets} stage={stage} notes={notes} />
        <PictureFoot
          isQuiet={sheet.kind !== 'none'}
          stage={stage}
          neighbours={neighbours}
          canMark={canMark}
          notes={notes}
          onCompare={() => setSheet({ kind: 'version' })}
          onWhole={() => sheets.mark({ kind: 'none' })}
        />
        <section className="hidden border-line border-t px-4 py-5 md:block">
          <h2 className="mb-3 font-semibold text-15">{texts.client.picture.notes}</h2>
          <NoteList
            notes={notes}
            openPinId={sheet.kind === 'pin' ? sheet.pinId : null}
            onOpen={(pinId) => setSheet({ kind: 'pin', pinId })}
          />
        </section>
      </aside>
    </div>
  );
}

/** Said on the picture until somebody has done it once. */
function Hint() {
  return (
    <p className="-translate-x-1/2 pointer-events-none absolute top-3 left-1/2 whitespace-nowrap rounded-full bg-[var(--scrim)] px-3.5 py-2 font-medium text-14 text-[var(--on-scrim)] md:hidden">
      {texts.client.picture.hint}
    </p>
  );
}

function activeRegion(
  sheet: ReturnType<typeof usePictureSheet>['sheet'],
  pins: ReturnType<typeof useNotes>['pins'],
): Region | null {
  if (sheet.kind === 'note') return sheet.draft.region;
  if (sheet.kind === 'pin') return pins.find(({ id }) => id === sheet.pinId)?.region ?? null;
  return null;
}
