'use client';

import { CloudCheck, CloudUpload, Eye } from 'lucide-react';
import { texts } from '../../text/texts.ts';
import { useBoard } from '../state/BoardContext.tsx';
import { NotSaved } from './NotSaved.tsx';

const words = texts.board;

/** What the server has acknowledged, never a guess. */
export function SavedWord() {
  const saved = useBoard((state) => state.saved);
  const looksOnly = useBoard(({ access }) => access === 'read');
  const Icon = looksOnly ? Eye : saved.kind === 'saved' ? CloudCheck : CloudUpload;
  return (
    <div role="status" className="ml-1 flex shrink-0 items-center gap-3 text-12 text-text-2">
      <span aria-hidden="true" className="hidden h-5 w-px bg-line md:block" />
      {saved.kind === 'offline' || saved.kind === 'shut-out' ? (
        <NotSaved saved={saved} />
      ) : (
        <span
          className={`${saved.kind === 'held' ? 'flex font-medium text-attention' : 'hidden sm:flex'} items-center gap-1.5`}
          title={saved.kind === 'held' ? words.heldWhy : undefined}
        >
          <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
          <span className="min-w-26">{looksOnly ? words.readOnly : words[saved.kind]}</span>
        </span>
      )}
    </div>
  );
}
