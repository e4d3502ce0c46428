import { classes } from '../ui/classes.ts';

export type ApprovalBarProps = {
  readonly frames: number;
  readonly approved: number;
  readonly toDecide: number;
};

/** More than this many would be hairlines; then it is one bar in three parts. */
const segmentsAtMost = 24;

/** What the words beside it say, at a glance; a piece a frame. */
export function ApprovalBar({ frames, approved, toDecide }: ApprovalBarProps) {
  const left = frames - approved - toDecide;
  const kinds = [
    { name: 'approved', count: approved, look: 'bg-resolved' },
    { name: 'waiting', count: toDecide, look: 'bg-proposed' },
    { name: 'left', count: left, look: 'bg-pressed' },
  ];
  const isFine = frames <= segmentsAtMost;
  return (
    <div aria-hidden="true" className="mt-2 flex h-1 gap-0.5">
      {kinds.flatMap(({ name, count, look }) =>
        isFine
          ? Array.from({ length: count }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one kind are all the same
              <i key={`${name} ${index}`} className={classes('flex-1 rounded-[1px]', look)} />
            ))
          : count > 0 && <i key={name} className={classes('rounded-[1px]', look)} style={{ flex: count }} />,
      )}
      {frames === 0 && <i className="flex-1 rounded-[1px] bg-line" />}
    </div>
  );
}
