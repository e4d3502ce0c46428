'use client';

import { texts } from '../../text/texts.ts';
import { Check } from '../../ui/Check.tsx';
import { useSnapped } from '../canvas/find/useFound.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import type { Drawn } from '../state/boardStore.ts';

const words = texts.smart;

/** Whether a line that a hand has drawn is moved to the edges near it. */
export function SnapCheck({ drawn }: { readonly drawn: Drawn }) {
  const { store } = useBoardContext();
  const { isLooking, failure } = useSnapped(drawn);
  return (
    <div className="text-12 text-text-2">
      <Check
        label={words.snap}
        checked={drawn.snaps ?? false}
        onChange={({ target }) => store.setState({ drawn: { ...drawn, snaps: target.checked } })}
      />
      <p role="status" className="text-text-3 empty:hidden">
        {isLooking ? words.looking : failure ? words.notSnapped : ''}
      </p>
    </div>
  );
}
