'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { withoutNews } from '../data/newsSocket.ts';
import { useNews } from '../data/useNews.ts';
import { texts } from '../text/texts.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { Finder } from './Finder.tsx';
import { Nav } from './Nav.tsx';
import { TopBar } from './TopBar.tsx';

/** What stands round every page of the studio: where one is, where one can go, and whether it is live. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const state = useNews();
  const client = useQueryClient();
  const trouble = withoutNews(state);
  // Signed out elsewhere: the next answer is 401, and that leads to signing in.
  useEffect(() => {
    if (state === 'shut-out') void client.invalidateQueries({ queryKey: ['me'] });
  }, [state, client]);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[220px_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-2 focus:bg-raised focus:px-3 focus:py-2"
      >
        {texts.home.skip}
      </a>
      <div className="sticky top-0 hidden h-dvh border-line border-r bg-panel md:block">
        <Nav />
      </div>
      <TopBar />
      <main id="content" tabIndex={-1} className="min-w-0 px-4 pb-16 outline-none md:px-8">
        <p role="status" className={trouble ? troubleClasses : 'sr-only'}>
          {trouble && (
            <>
              <CloudOff size={15} aria-hidden="true" className="shrink-0" />
              {texts.home[trouble]}
            </>
          )}
        </p>
        {children}
      </main>
      <Finder />
      <Toasts />
    </div>
  );
}

const troubleClasses = 'mt-3 flex items-center gap-2 rounded-2 bg-panel px-3 py-2 text-12 text-attention';
