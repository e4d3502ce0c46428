'use client';

import { ChevronsLeftRight } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { texts } from '../../text/texts.ts';

export type SplitHandleProps = {
  /** 0 to 1 of what is seen of the picture. */
  readonly split: number;
  readonly onChange: (split: number) => void;
};

const step = 0.05;

/** The line between A and B: drawn, or moved by arrow keys. */
export function SplitHandle({ split, onChange }: SplitHandleProps) {
  const handle = useRef<HTMLDivElement>(null);
  useEffect(() => handle.current?.focus({ preventScroll: true }), []);

  const move = (event: PointerEvent<HTMLDivElement>) => {
    const stage = event.currentTarget.parentElement;
    if (!stage || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [left, width] = ['--l', '--w'].map((name) => Number.parseFloat(stage.style.getPropertyValue(name)));
    const x = event.clientX - stage.getBoundingClientRect().left - (left ?? 0);
    onChange(within(x / Math.max(1, width ?? 1)));
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = nextSplit(event.key, split);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(next);
  };
  return (
    <div
      ref={handle}
      role="slider"
      tabIndex={0}
      data-control
      aria-label={texts.compare.split}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(split * 100)}
      aria-valuetext={texts.compare.splitSays(Math.round(split * 100))}
      aria-orientation="horizontal"
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={move}
      style={{ left: `calc(var(--l) + ${split} * var(--w))` }}
      className="group absolute top-(--t) -ml-6 flex h-(--h) w-12 cursor-ew-resize touch-none items-center justify-center outline-none"
    >
      <span className="absolute inset-y-0 left-1/2 -ml-px w-0.5 bg-[#ffffff] shadow-[0_0_0_1px_rgb(0_0_0/.45)]" />
      <span className="relative grid size-10.5 place-items-center rounded-full bg-[#ffffff] text-[#141414] shadow-[0_1px_6px_rgb(0_0_0/.5),0_0_0_1px_rgb(0_0_0/.4)] group-focus-visible:outline-2 group-focus-visible:outline-focus group-focus-visible:outline-offset-2">
        <ChevronsLeftRight size={20} strokeWidth={1.75} aria-hidden="true" />
      </span>
    </div>
  );
}

function nextSplit(key: string, split: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(split - step);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(split + step);
    case 'PageDown':
      return within(split - 4 * step);
    case 'PageUp':
      return within(split + 4 * step);
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return null;
  }
}

function within(split: number): number {
  return Math.min(1, Math.max(0, Math.round(split * 1_000) / 1_000));
}
