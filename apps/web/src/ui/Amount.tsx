'use client';

import { Slider } from 'radix-ui';

export type AmountProps = {
  readonly label: string;
  /** Its name in full, where several have the same label. */
  readonly name?: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly step?: number;
  /** The value as it is written beside it, with its unit: "12 px". */
  readonly says: string;
  readonly onChange: (value: number) => void;
  /** When the hand lets go. */
  readonly onSettled?: (value: number) => void;
};

/** A slider with its name before and its amount behind it; the widths are reserved, so nothing jumps. */
export function Amount({
  label,
  name = label,
  value,
  min = 0,
  max,
  step = 1,
  says,
  onChange,
  onSettled,
}: AmountProps) {
  return (
    <div className="grid h-6 grid-cols-[56px_1fr_48px] items-center gap-2.5 text-12">
      <span className="text-text-2">{label}</span>
      <Slider.Root
        value={[value]}
        min={min}
        max={max}
        step={step}
        onValueChange={([next]) => onChange(next ?? min)}
        {...(onSettled ? { onValueCommit: ([next]: number[]) => onSettled(next ?? min) } : {})}
        className="relative flex h-6 touch-none select-none items-center"
      >
        <Slider.Track className="relative h-0.5 grow rounded-full bg-line-control">
          <Slider.Range className="absolute h-full rounded-full bg-text" />
        </Slider.Track>
        <Slider.Thumb aria-label={name} aria-valuetext={says} className="block size-3 rounded-full bg-text" />
      </Slider.Root>
      <span className="num text-right">{says}</span>
    </div>
  );
}
