'use client';

import { useEffect } from 'react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { warmFinder } from '../canvas/find/findThing.ts';
import { type SmartFound, useFound } from '../canvas/find/useFound.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { takeFound } from './takeFound.ts';

const words = texts.smart;

/** What Smart select waits for, at the foot of the canvas while it is in hand. */
export function SmartBar() {
  const { store } = useBoardContext();
  const isHeld = useBoard(({ tool, drawn }) => tool === 'smart' && !drawn);
  const takesOff = useBoard((state) => state.takesOff);
  const found = useFound();
  useEffect(() => {
    if (isHeld) warmFinder();
  }, [isHeld]);
  if (!isHeld) return null;
  return (
    <section
      aria-label={texts.board.toolNames.smart}
      className="absolute bottom-3 left-5 z-10 grid max-w-[calc(100%-24px)] gap-2 rounded-3 bg-raised p-3 shadow-2 max-sm:inset-x-3 max-sm:bottom-16"
    >
      <p role="status" className="min-w-0 text-13">
        {saysOf(found)}
      </p>
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
            {words.leave} <Kbd>Esc</Kbd>
          </Button>
          <Button
            look="primary"
            disabled={!found.region || found.isLooking}
            onClick={() => takeFound(store, found)}
          >
            {words.take} <Kbd>↵</Kbd>
          </Button>
        </div>
      )}
    </section>
  );
}

function saysOf(found: SmartFound | null): string {
  if (!found) return words.begin;
  if (found.failure && !found.isLooking) return words.failures[found.failure.code];
  return found.region && !found.isLooking ? words.found : words.looking;
}
