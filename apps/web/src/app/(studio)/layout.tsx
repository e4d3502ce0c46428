import type { ReactNode } from 'react';
import { SessionQueries } from '../../data/SessionQueries.tsx';
import { Shell } from '../../home/Shell.tsx';
import { requireSession } from '../../signIn/requireSession.ts';

/** Round every page of the studio but the board, which fills the window. */
export default async function StudioLayout({ children }: { readonly children: ReactNode }) {
  await requireSession();
  return (
    <SessionQueries>
      <Shell>{children}</Shell>
    </SessionQueries>
  );
}
