import type { ReactNode } from 'react';

/** A control whose label is as wide as an Amount's. */
export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[56px_minmax(0,1fr)] items-center gap-2.5 max-sm:grid-cols-1 max-sm:gap-1 text-12">
      <span className="text-text-2" aria-hidden="true">
        {label}
      </span>
      <div>{children}</div>
    </div>
  );
}
