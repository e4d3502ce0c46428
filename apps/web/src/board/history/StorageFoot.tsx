'use client';

import { historyTexts as words } from '../../text/historyTexts.ts';
import { useStorage } from './useHistory.ts';

/** What the board takes of the server, so that nobody is surprised by what is thinned. */
export function StorageFoot() {
  const { data } = useStorage();
  if (!data) return null;
  const { document, history, historyLimit, pictures } = data;
  return (
    <dl
      aria-label={words.storage}
      className="grid shrink-0 grid-cols-[1fr_auto] gap-y-0.5 border-line border-t px-3.5 py-2.5 text-12 text-text-2"
    >
      <dt>{words.document}</dt>
      <dd className="num text-right">{sizeSays(document)}</dd>
      <dt>{words.past}</dt>
      <dd className="num text-right">{words.of(sizeSays(history), sizeSays(historyLimit))}</dd>
      <dt>{words.pictures}</dt>
      <dd className="num text-right">{sizeSays(pictures)}</dd>
    </dl>
  );
}

/** 12 kB, 3.4 MB; what is there at all is never said to be nothing. */
function sizeSays(bytes: number): string {
  const kB = bytes / 1024;
  if (kB < 1000) return words.size(Math.ceil(kB), 'kB');
  const mB = kB / 1024;
  const isHuge = mB >= 1000;
  return words.size(Number((isHuge ? mB / 1024 : mB).toFixed(1)), isHuge ? 'GB' : 'MB');
}
