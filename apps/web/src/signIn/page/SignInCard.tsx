import type { ReactNode } from 'react';
import { texts } from '../../text/texts.ts';
import { Mark } from '../../ui/Mark.tsx';

export type SignInCardProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Below the card. */
  readonly aside?: string;
};

/** What the pages for signing in have in common: whose they are, and one card. */
export function SignInCard({ title, children, aside }: SignInCardProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-105 flex-col justify-center gap-5 px-4 py-6">
      <header className="flex items-center gap-2 px-1 font-semibold text-15">
        <Mark sizePx={28} />
        {texts.common.product}
      </header>
      <section aria-labelledby="title" className="grid gap-4 rounded-3 bg-panel p-6 shadow-2">
        <h1 id="title" className="font-semibold text-20">
          {title}
        </h1>
        {children}
      </section>
      {aside && <p className="text-balance px-1 text-text-3">{aside}</p>}
    </main>
  );
}
