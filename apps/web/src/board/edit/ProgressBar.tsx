export type ProgressBarProps = {
  /** 0 to 1 */
  readonly value: number;
  readonly label: string;
};

export function ProgressBar({ value, label }: ProgressBarProps) {
  const percent = Math.round(value * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1 overflow-hidden rounded-full bg-pressed"
    >
      <div
        className="h-full origin-left bg-editing transition-transform duration-[160ms]"
        style={{ transform: `scaleX(${Math.max(0.02, value)})` }}
      />
    </div>
  );
}
