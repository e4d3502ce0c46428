import type { ReactNode } from 'react';

/** A page's name, and what can be done on it. */
export function PageHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className="flex min-h-15.5 flex-wrap items-center gap-x-2.5 gap-y-2 py-3.5">
      <h1 className="mr-auto font-semibold text-20">{title}</h1>
      {children}
    </header>
  );
}
