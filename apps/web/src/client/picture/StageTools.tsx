'use client';

import { Hand, Minus, PenLine, Plus, Scan } from 'lucide-react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { TouchButton } from '../parts/TouchButton.tsx';
import type { StageCamera } from './stageCamera.ts';
import { useSettledView } from './useSettledView.ts';

export type StageToolsProps = {
  readonly camera: StageCamera;
  /** null: nothing can be drawn here. */
  readonly tool: 'draw' | 'move' | null;
  readonly onTool: (tool: 'draw' | 'move') => void;
};

const words = texts.client.picture;
const pill = 'flex rounded-full bg-[var(--scrim)] p-0.5 shadow-2';
const round = 'size-11 rounded-full';

/** Over the picture's lower edge: what one finger does once it is zoomed in, and zoom without pinching. */
export function StageTools({ camera, tool, onTool }: StageToolsProps) {
  const { camera: seen, size, fitScale } = useSettledView(camera);
  const isCloser = seen.scale > fitScale * 1.02;
  const middle = { x: size.width / 2, y: size.height / 2 };
  const modes = [
    { name: 'draw', icon: PenLine, label: words.draw },
    { name: 'move', icon: Hand, label: words.move },
  ] as const;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center gap-2 *:pointer-events-auto">
      {tool && isCloser && (
        <div role="radiogroup" aria-label={words.tool} className={pill}>
          {modes.map(({ name, icon: Icon, label }) => (
            // biome-ignore lint/a11y/useSemanticElements: a radio's own look can't be this
            <button
              key={name}
              type="button"
              role="radio"
              aria-checked={tool === name}
              onClick={() => onTool(name)}
              className="flex h-11 items-center gap-2 rounded-full px-4 font-medium text-14 text-[var(--on-scrim)] aria-checked:bg-[#f2f2f2] aria-checked:text-[#161616]"
            >
              <Icon size={18} aria-hidden="true" />
              {label}
            </button>
          ))}
        </div>
      )}
      <div className={isCloser ? pill : `${pill} hidden md:flex`}>
        <TouchButton
          icon={Minus}
          label={words.zoomOut}
          className={`${round} hidden md:grid`}
          onClick={() => camera.zoom(middle, 1 / 1.5)}
        />
        <TouchButton icon={Scan} label={words.whole} className={round} onClick={camera.showAll} />
        <TouchButton
          icon={Plus}
          label={words.zoomIn}
          className={`${round} hidden md:grid`}
          onClick={() => camera.zoom(middle, 1.5)}
        />
      </div>
    </div>
  );
}
