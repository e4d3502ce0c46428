'use client';

import type { Waiting } from '../data/types.ts';
import { Shape } from '../ui/Shape.tsx';
import { useNow } from '../ui/useNow.ts';
import { WaitingRow } from './WaitingRow.tsx';

export function WaitingRows({ items }: { readonly items: readonly Waiting[] }) {
  const now = useNow();
  return (
    <ul className="overflow-hidden rounded-3 bg-panel">
      {items.map((item, index) => (
        <WaitingRow
          key={`${item.kind} ${item.pin?.id ?? ''} ${item.version?.id ?? ''}`}
          item={item}
          now={now}
          isFirst={index === 0}
        />
      ))}
    </ul>
  );
}

/** The shape of what comes. */
export function WaitingShapes() {
  return (
    <div className="overflow-hidden rounded-3 bg-panel">
      {['a', 'b', 'c', 'd'].map((row) => (
        <div
          key={row}
          className="flex h-16.5 items-center gap-3.5 border-line border-t px-2 first:border-t-0"
        >
          <Shape className="h-13 w-19.5" />
          <Shape className="h-4 w-[min(320px,50%)]" />
        </div>
      ))}
    </div>
  );
}
