import { texts } from '../../../text/texts.ts';
import { Shape } from '../../../ui/Shape.tsx';

/** The shape of the list while it is read. */
export function PinsLoading() {
  return (
    <div role="status" aria-label={texts.common.loading} className="grid gap-5 p-3.5 pt-14">
      {[3, 2, 3].map((lines, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these never move
        <div key={row} className="grid grid-cols-[26px_1fr] gap-2.5">
          <Shape className="size-6.5 rounded-full" />
          <div className="grid gap-1.5">
            <Shape className="h-3 w-24" />
            <Shape className="h-3 w-full" />
            {lines > 2 && <Shape className="h-3 w-2/3" />}
          </div>
        </div>
      ))}
    </div>
  );
}
