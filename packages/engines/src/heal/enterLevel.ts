import { isDeciding } from './isDeciding.ts';
import type { Kernel } from './kernel.ts';
import type { Level } from './level.ts';
import { softBase, steepBase } from './voteWeight.ts';

/** The kernel's calls, told which level they are about. */
export function enterLevel({ kernel, field, ...level }: Level): Kernel['calls'] {
  const { calls } = kernel;
  calls.useLevel(
    level.width,
    level.height,
    level.rgba.byteOffset,
    level.weights.byteOffset,
    level.depth.byteOffset,
    level.copyable.byteOffset,
    level.targets.byteOffset,
    level.targets.length,
    level.holes.byteOffset,
    level.holes.length,
  );
  calls.useField(
    field.source.byteOffset,
    field.cost.byteOffset,
    field.energy.byteOffset,
    field.perWeight.byteOffset,
  );
  calls.usePrices(level.prices.byteOffset);
  kernel.useVoteBase(isDeciding(level) ? softBase : steepBase);
  return calls;
}
