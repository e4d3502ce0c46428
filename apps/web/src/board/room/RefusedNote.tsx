'use client';

import { X } from 'lucide-react';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';

/** What was written is given back, so that nobody has to write it again. */
export function RefusedNote() {
  const { store } = useBoardContext();
  const refused = useBoard((state) => state.refused);
  if (!refused) return null;
  return (
    <div role="alert" className="flex max-w-85 items-start gap-2 rounded-3 bg-raised p-3 text-13 shadow-2">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{texts.board.notTaken}</p>
        <p className="text-text-2">{refused.says}</p>
        <p className="mt-1 select-text text-text-2">“{refused.waiting.words}”</p>
      </div>
      <IconButton icon={X} label={texts.board.dismiss} onClick={() => store.setState({ refused: null })} />
    </div>
  );
}
