import { type ReactNode, useId } from 'react';

export type SectionProps = {
  readonly title: string;
  readonly lead?: string;
  /** Beside the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

export function Section({ title, lead, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-7 max-w-180">
      <header className="mb-2.25 flex items-end gap-3">
        <div className="flex-1">
          <h2 id={id} className="font-semibold text-13">
            {title}
          </h2>
          {lead && <p className="text-12 text-text-3">{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
