'use client';

import type { FrameId } from '@pinpaint/domain';
import { Plus } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import type { Frame } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { pictureOf, showFrames } from '../canvas/viewActions.ts';
import { DrawButton, useCanDraw } from '../drawings/lazyDrawings.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { selectFrame } from '../state/changeState.ts';
import { useFrames } from '../state/useBoardData.ts';
import { useMay } from '../state/useMay.ts';
import { FrameStateWord } from './FrameStateWord.tsx';
import { Thumbnail } from './Thumbnail.tsx';
import { usePickPictures } from './usePickPictures.ts';

const words = texts.board;

/** The board's pictures by number, with what is up with each. */
export function Filmstrip() {
  const frames = useFrames().data;
  const mayUpload = useMay('frame.upload');
  const canDraw = useCanDraw();
  const pick = usePickPictures();
  const isCovered = useBoard(({ compare }) => compare !== null);
  return (
    <nav
      inert={isCovered}
      aria-label={words.frames}
      className="flex h-21 items-center gap-2.5 border-line border-t bg-panel px-3.5 max-md:h-18 max-md:px-2"
    >
      <ol className="flex min-w-0 flex-1 gap-1.5 overflow-x-auto p-1 pr-6 [mask-image:linear-gradient(to_left,transparent,black_1.5rem)]">
        {frames ? frames.map((frame) => <Item key={frame.id} frame={frame} />) : <Loading />}
      </ol>
      {canDraw && (
        <Suspense>
          <DrawButton look="icon" />
        </Suspense>
      )}
      {mayUpload && (
        <IconButton
          icon={Plus}
          label={words.addPictures}
          side="top"
          onClick={pick}
          className="shadow-[inset_0_0_0_1px_var(--line-control)] max-md:size-11"
        />
      )}
    </nav>
  );
}

function Item({ frame }: { readonly frame: Frame }) {
  const { store } = useBoardContext();
  const frameId = frame.id as FrameId;
  const isSelected = useBoard((state) => state.frameId === frameId);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSelected]);
  const go = () => {
    if (frame.drawing && !frame.master) return store.setState({ drawing: frameId });
    selectFrame(store, frameId);
    if (!isWholeInView()) showFrames(store, [frameId]);
  };
  /** Whoever sees it already keeps their view. */
  const isWholeInView = () => {
    const { view } = store.getState();
    const picture = pictureOf(store.getState(), frameId);
    if (!picture || picture.width < view.width / 4) return false;
    const { x, y, width, height } = picture;
    return x >= 0 && y >= 0 && x + width <= view.width && y + height <= view.height;
  };
  return (
    <li ref={item} id={frameId} className="shrink-0 scroll-mr-6 scroll-ml-1">
      <button
        type="button"
        aria-current={isSelected ? 'true' : undefined}
        onClick={go}
        onDoubleClick={() => showFrames(store, [frameId])}
        className={classes(
          'flex h-15 items-center gap-2.25 min-w-38 rounded-2 py-1.5 pr-2.5 pl-1.5 text-left max-md:h-14',
          isSelected ? 'bg-hover shadow-[inset_0_0_0_1.5px_var(--accent-edge)]' : 'hover:bg-hover',
        )}
      >
        {frame.master ? (
          <Thumbnail frame={frame} className="h-12 w-16 object-cover" />
        ) : (
          <Shape className="h-12 w-16 rounded-none" />
        )}
        <span>
          <b className="block max-w-40 truncate font-semibold text-12">
            {frame.number} {frame.name}
          </b>
          <FrameStateWord frame={frame} />
        </span>
      </button>
    </li>
  );
}

function Loading() {
  return [1, 2, 3, 4].map((n) => (
    <li key={n} className="flex h-15 items-center gap-2.25 p-1.5">
      <Shape className="h-12 w-16 rounded-none" />
      <Shape className="h-3 w-16" />
    </li>
  ));
}
