import { texts } from '../../text/texts.ts';
import { Shape } from '../../ui/Shape.tsx';

/** The shape of a list of pictures with two lines each, while it is read. */
export function ListShape() {
  return (
    <div role="status" aria-label={texts.common.loading}>
      {[0, 1, 2].map((n) => (
        <div key={n} className="grid grid-cols-[72px_1fr] gap-x-3 border-line border-b px-3.5 py-3">
          <Shape className="row-span-3 h-12" />
          <Shape className="mt-1 h-3 w-24" />
          <Shape className="mt-2 h-3 w-36" />
        </div>
      ))}
    </div>
  );
}
