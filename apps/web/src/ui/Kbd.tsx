import type { ReactNode } from 'react';

/** A key, as a hint beside what it does. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-4.5 rounded-1 border border-line border-b-2 px-1 text-center font-medium font-sans text-10 text-text-3">
      {children}
    </kbd>
  );
}
