import type { ReactNode } from 'react';

export type EmptyTabProps = {
  readonly title: string;
  readonly lead: string;
  /** The first useful thing. */
  readonly children?: ReactNode;
};

export function EmptyTab({ title, lead, children }: EmptyTabProps) {
  return (
    <div className="grid justify-items-start gap-1 px-3.5 py-4">
      <h3 className="font-semibold text-13">{title}</h3>
      <p className="text-12 text-text-2">{lead}</p>
      {children}
    </div>
  );
}
