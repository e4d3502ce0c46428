'use client';

import { texts } from '../text/texts.ts';
import { Link } from '../ui/Link.tsx';
import { useWaiting } from '../waiting/useWaiting.ts';
import { WaitingRows } from '../waiting/WaitingRows.tsx';

const shownAtMost = 4;

/** The newest of what waits. With nothing waiting it takes no room. */
export function WaitingTop() {
  const { data } = useWaiting();
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="waits" className="mb-5.5">
      <header className="mb-2.25 flex items-baseline gap-2">
        <h2 id="waits" className="font-semibold text-13">
          {texts.home.waiting}
        </h2>
        <span className="num text-13 text-text-3">{items.length}</span>
        {items.length > shownAtMost && (
          <Link
            href="/waiting"
            className="ml-auto text-12 text-text-2 underline underline-offset-4 hover:text-text"
          >
            {texts.home.seeAll(items.length)}
          </Link>
        )}
      </header>
      <WaitingRows items={items.slice(0, shownAtMost)} />
    </section>
  );
}
