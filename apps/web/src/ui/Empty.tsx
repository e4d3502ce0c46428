import type { ReactNode } from 'react';

export type EmptyProps = { readonly title: string; readonly lead: string; readonly children?: ReactNode };

/** A list with nothing in it yet: what it is for, and the first useful thing. */
export function Empty({ title, lead, children }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-1.5 rounded-3 border border-line border-dashed px-6 py-12 text-center">
      <h2 className="font-semibold text-16">{title}</h2>
      <p className="max-w-[44ch] text-text-2">{lead}</p>
      {children && <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
