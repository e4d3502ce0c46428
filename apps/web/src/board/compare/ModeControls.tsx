import type { ReactNode } from 'react';

/** What a way to compare can be set to, floating over the pictures' lower edge. */
export function ModeControls({ children }: { readonly children: ReactNode }) {
  return (
    <div
      data-control
      className="-translate-x-1/2 absolute bottom-4 left-1/2 flex w-max max-w-[calc(100%-24px)] cursor-default flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-3 bg-raised px-3.5 py-2 text-12 shadow-2"
    >
      {children}
    </div>
  );
}
