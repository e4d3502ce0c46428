'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { clientTexts as texts } from '../../text/clientTexts.ts';

export type CompareHandleProps = {
  /** Of the picture's visible width, 0 to 1: what lies left of it is the picture before. */
  readonly share: number;
  readonly onShare: (share: number) => void;
};

const { before, after, slider, sliderValue, dragToCompare } = texts.client.version;
const label =
  'pointer-events-none absolute top-[calc(var(--pb)-42px)] rounded-1 bg-[var(--scrim)] px-2.25 py-1 font-medium text-13 text-[var(--on-scrim)]';

/** The line between before and after, with its knob. Fingers move it from anywhere on the picture. */
export function CompareHandle({ share, onShare }: CompareHandleProps) {
  const percent = Math.round(share * 100);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = keys[event.key]?.(share);
    if (to === undefined) return;
    event.preventDefault();
    onShare(Math.min(1, Math.max(0, to)));
  };
  return (
    <>
      <p className="pointer-events-none absolute inset-x-0 top-[calc(var(--pb)+12px)] text-center text-14 text-on-surround-2 md:hidden">
        {dragToCompare}
      </p>
      <span className={`${label} left-[calc(var(--pl)+10px)]`}>{before}</span>
      <span className={`${label} right-[calc(100%-var(--pr)+10px)]`}>{after}</span>
      <div
        role="slider"
        aria-label={slider}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={sliderValue(percent)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="-ml-px absolute top-(--pt) left-[calc(var(--pl)+var(--share)*var(--pw))] h-[calc(var(--pb)-var(--pt))] w-0.5 bg-[#fff] shadow-[0_0_0_1px_rgb(0_0_0/.45)]"
      >
        <span className="-left-[23px] absolute top-1/2 -mt-6 flex size-12 items-center justify-center rounded-full bg-[#fff] text-[#141414] shadow-[0_1px_8px_rgb(0_0_0/.5),0_0_0_1px_rgb(0_0_0/.4)]">
          <ChevronLeft size={20} strokeWidth={2} aria-hidden="true" className="-mr-1" />
          <ChevronRight size={20} strokeWidth={2} aria-hidden="true" className="-ml-1" />
        </span>
      </div>
    </>
  );
}

const keys: Readonly<Record<string, (share: number) => number>> = {
  ArrowLeft: (share) => share - 0.05,
  ArrowDown: (share) => share - 0.05,
  ArrowRight: (share) => share + 0.05,
  ArrowUp: (share) => share + 0.05,
  Home: () => 0,
  End: () => 1,
};
