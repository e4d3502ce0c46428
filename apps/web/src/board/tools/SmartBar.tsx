'use client';

import { useEffect } from 'react';
import { smartTexts as words } from '../../text/smartTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { warmFinder } from '../canvas/find/findThing.ts';
import { useFound } from '../canvas/find/useFound.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { SmartStatus } from './SmartStatus.tsx';
import { takeFound } from './takeFound.ts';
import { useSegmenter } from './useSegmenter.ts';

/** What Smart select waits for, at the foot of the canvas while it is in hand. */
export function SmartBar() {
  const { store } = useBoardContext();
  const isDrawn = useBoard(({ drawn }) => drawn !== null);
  const takesOff = useBoard((state) => state.takesOff);
  const byEdges = useBoard((state) => state.findsByEdges);
  const found = useFound();
  const segmenter = useSegmenter();
  useEffect(() => {
    if (!isDrawn) warmFinder();
  }, [isDrawn]);
  if (isDrawn) return null;
  return (
    <section
      aria-label={texts.board.toolNames.smart}
      className="absolute bottom-3 left-5 z-10 grid gap-2 rounded-3 bg-raised p-3 shadow-2 max-sm:inset-x-3 max-sm:bottom-16 sm:w-92"
    >
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
        <SmartStatus found={found} segmenter={byEdges ? null : segmenter} />
        {segmenter && (
          <Choice
            label={words.by}
            value={byEdges ? 'edges' : 'model'}
            options={[
              { value: 'model', label: segmenter },
              { value: 'edges', label: words.edges },
            ]}
            onChange={(value) => store.setState({ findsByEdges: value === 'edges' })}
          />
        )}
      </div>
      {found && (
        <div className="flex flex-wrap items-center gap-2">
          <Choice
            label={words.clicks}
            value={takesOff ? 'remove' : 'add'}
            options={[
              { value: 'add', label: words.add },
              { value: 'remove', label: words.remove },
            ]}
            onChange={(value) => store.setState({ takesOff: value === 'remove' })}
          />
          <span className="min-w-2 flex-1" />
          <Button look="quiet" onClick={() => store.setState({ smart: null, takesOff: false })}>
            {words.leave} <Key>Esc</Key>
          </Button>
          <Button
            look="primary"
            disabled={!found.region || found.isLooking}
            onClick={() => takeFound(store, found)}
          >
            {words.take} <Key>↵</Key>
          </Button>
        </div>
      )}
    </section>
  );
}

/** Fingers have no keys. */
function Key({ children }: { readonly children: string }) {
  return (
    <span className="pointer-coarse:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}
