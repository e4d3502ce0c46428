'use client';

import type { FramePoint, PixelRect } from '@pinpaint/domain';
import { type ReactNode, useRef, useState } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { CompareHandle } from './CompareHandle.tsx';
import { Crosshair } from './Crosshair.tsx';
import type { FingerTool } from './gesture.ts';
import { PictureLayer } from './PictureLayer.tsx';
import type { PictureSource } from './shownVersion.ts';
import type { StageCamera } from './stageCamera.ts';
import { useCameraStyle } from './useCameraStyle.ts';
import { useSettledView } from './useSettledView.ts';
import { useStagePointers } from './useStagePointers.ts';

export type StageProps = {
  readonly camera: StageCamera;
  readonly name: string;
  readonly picture: PictureSource;
  /** Shown left of the slider; null: nothing is compared. */
  readonly before: PictureSource | null;
  readonly tool: FingerTool;
  /** Whether anything can be placed here. */
  readonly canMark: boolean;
  /** What has to stay in sight when a sheet takes room away. */
  readonly keep: PixelRect | null;
  /** A tap is a path of one point. */
  readonly onDrawn: (path: readonly FramePoint[]) => void;
  /** Marks on the picture, in frame space. */
  readonly children: ReactNode;
};

/** In frame space: what lies in it moves with the picture. */
const world =
  'absolute top-0 left-0 origin-top-left [transform:translate(var(--tx),var(--ty))_scale(var(--scale))]';

/** The picture, and whatever a finger, a mouse or keys do to it. */
export function Stage(props: StageProps) {
  const { camera, name, picture, before, tool, canMark, keep, onDrawn, children } = props;
  const ref = useRef<HTMLDivElement>(null);
  const lineRef = useRef<SVGGElement>(null);
  const [share, setShare] = useState(0.5);
  const [isPointing, setIsPointing] = useState(false);
  useCameraStyle({ ref, camera, bounds: picture.bounds, keep });
  const view = useSettledView(camera);
  const pointers = useStagePointers({ ...props, ref, lineRef, onShare: setShare });
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const { width, height } = camera.view().size;
    const middle = { x: width / 2, y: height / 2 };
    if (event.key === '+' || event.key === '=') camera.zoom(middle, 1.5);
    else if (event.key === '-') camera.zoom(middle, 1 / 1.5);
    else if (event.key === '0') camera.showAll();
    else if (event.key === 'Enter' && canMark) setIsPointing(true);
    else if (arrows[event.key]) camera.pan(...(arrows[event.key] ?? [0, 0]));
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no element for a picture that is drawn on
    <div
      ref={ref}
      role="group"
      aria-label={texts.client.picture.stage(name)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move, zoom and mark it
      tabIndex={0}
      className={`relative size-full touch-none select-none overflow-hidden -outline-offset-2 ${cursors[tool]}`}
      style={{ ['--share' as string]: share }}
      onKeyDown={onKeyDown}
      {...pointers}
    >
      <div className={world}>
        <PictureLayer
          source={before ?? picture}
          view={view}
          alt={before ? texts.client.version.before : name}
        />
      </div>
      {before && (
        <div className="absolute inset-0 [clip-path:inset(0_0_0_calc(var(--pl)+var(--share)*var(--pw)))]">
          <div className={world}>
            <PictureLayer source={picture} view={view} alt={texts.client.version.after} />
          </div>
        </div>
      )}
      <div className={world}>
        {!before && children}
        <svg className="absolute overflow-visible" width="1" height="1" aria-hidden="true">
          <g ref={lineRef} />
        </svg>
      </div>
      {before && <CompareHandle share={share} onShare={setShare} />}
      {isPointing && (
        <Crosshair
          camera={camera}
          bounds={picture.bounds}
          onLeave={() => {
            setIsPointing(false);
            ref.current?.focus();
          }}
          onPlace={(point) => {
            setIsPointing(false);
            onDrawn([point]);
          }}
        />
      )}
    </div>
  );
}

const cursors = {
  draw: 'cursor-crosshair',
  move: 'cursor-grab active:cursor-grabbing',
  slide: 'cursor-ew-resize',
} as const satisfies Record<FingerTool, string>;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};
