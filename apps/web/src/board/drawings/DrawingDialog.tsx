'use client';

import { useState } from 'react';
import { drawingTexts as words } from '../../text/drawingTexts.ts';
import { Modal } from '../../ui/Modal.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { useFrames } from '../state/useBoardData.ts';
import { DrawForm } from './DrawForm.tsx';
import { DrawingFacts } from './DrawingFacts.tsx';
import { DrawingUnderWay } from './DrawingUnderWay.tsx';
import { NotDrawn } from './NotDrawn.tsx';

/** How a picture from words stands: on its way, come to nothing, or how it was made. */
export function DrawingDialog() {
  const { store } = useBoardContext();
  const shown = useBoard(({ drawing }) => drawing);
  const { data: frames = [] } = useFrames();
  const [isAgain, setAgain] = useState(false);
  const frame = frames.find(({ id }) => id === shown);
  if (!frame?.drawing) return null;
  const onClose = () => store.setState({ drawing: null });
  const { drawing, state } = frame;
  const title = {
    drawing: words.drawing,
    failed: isAgain ? words.title : words.notDrawn,
    ingesting: words.drawn,
    ready: words.drawn,
  }[state];
  return (
    <Modal open onClose={onClose} title={title} lead={isAgain ? words.lead : `“${drawing.prompt}”`}>
      {state === 'drawing' && <DrawingUnderWay drawing={drawing} onClose={onClose} />}
      {state === 'failed' && isAgain && <DrawForm first={drawing} onDone={onClose} />}
      {state === 'failed' && !isAgain && (
        <NotDrawn frame={frame} onAgain={() => setAgain(true)} onClose={onClose} />
      )}
      {(state === 'ready' || state === 'ingesting') && <DrawingFacts frame={frame} drawing={drawing} />}
    </Modal>
  );
}
