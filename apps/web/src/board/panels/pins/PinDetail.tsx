'use client';

import type { Pin } from '../../../data/types.ts';
import { PinActions } from './PinActions.tsx';
import { References } from './References.tsx';
import { Thread } from './Thread.tsx';

/** What unfolds below the selected pin. */
export function PinDetail({ pin }: { readonly pin: Pin }) {
  return (
    <div className="grid grid-cols-1 gap-2.5 pr-3.5 pb-3 pl-13">
      <PinActions pin={pin} />
      <References pin={pin} />
      <Thread pin={pin} />
    </div>
  );
}
