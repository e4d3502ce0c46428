'use client';

import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';

export type TipProps = {
  /** Its words are also the element's name: give the element the same `aria-label`. */
  readonly says: ReactNode;
  readonly keys?: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly children: ReactNode;
};

export function Tip({ says, keys, side = 'bottom', children }: TipProps) {
  return (
    <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            side={side}
            sideOffset={6}
            className="z-50 flex max-w-60 items-center gap-2 rounded-2 bg-[#f2f2f2] px-2.5 py-2 text-12 text-[#161616] shadow-2"
          >
            {says}
            {keys && <Kbd>{keys}</Kbd>}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
