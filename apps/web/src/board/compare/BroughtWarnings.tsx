import type { Version } from '../../data/types.ts';
import { WarningList } from '../edit/WarningList.tsx';

/** What the figures warned of when the artist took what this version brings: whoever decides has to know. */
export function BroughtWarnings({ layers }: { readonly layers: Version['layers'] }) {
  const codes = [...new Set(layers.flatMap(({ made }) => made.flags))];
  if (codes.length === 0) return null;
  return (
    <div className="border-line border-b px-5 pb-2 max-md:px-4">
      <WarningList codes={codes} />
    </div>
  );
}
