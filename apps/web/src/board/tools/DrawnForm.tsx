'use client';

import { newId, type PinId, rectOfSize } from '@pinpaint/domain';
import { type FormEvent, useState } from 'react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { fieldClasses } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { frameToBoard, toScreen } from '../canvas/camera.ts';
import { useSnapped } from '../canvas/find/useFound.ts';
import { anchorOf } from '../canvas/marks/anchorOf.ts';
import { usePlaced } from '../canvas/usePlaced.ts';
import { useSession } from '../room/SessionContext.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import type { BoardState, Drawn } from '../state/boardStore.ts';
import { selectPin } from '../state/changeState.ts';
import { SnapCheck } from './SnapCheck.tsx';

const words = texts.canvas;
const width = 280;
const height = 190;
const gap = 20;

/** What has just been drawn asks for its words, right beside it. */
export function DrawnForm() {
  const drawn = useBoard((state) => state.drawn);
  return drawn && <Form key={JSON.stringify(drawn.region)} drawn={drawn} />;
}

function Form({ drawn }: { readonly drawn: Drawn }) {
  const { store } = useBoardContext();
  const session = useSession();
  const [said, setSaid] = useState('');
  const isPin = drawn.purpose === 'pin';
  const snapped = useSnapped(drawn);
  const card = usePlaced<HTMLFormElement>((element, state) => putBeside(element, drawn, state));
  const cancel = () => store.setState({ drawn: null });
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const spoken = said.trim();
    if (spoken === '' || snapped.isLooking) return;
    const { purpose, frameId } = drawn;
    const region = snapped.region ?? drawn.region;
    const id = newId<PinId>();
    session.send({ id, kind: purpose, frameId, region, words: spoken, at: new Date().toISOString() });
    store.setState({ drawn: null, tool: 'select' });
    if (isPin) selectPin(store, { id, frameId });
  };
  return (
    <form
      ref={card}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        if (event.key === 'Enter' && !event.shiftKey) send(event);
      }}
      style={{ width }}
      className="absolute top-0 left-0 z-10 grid gap-2.5 rounded-3 bg-raised p-3 shadow-3"
    >
      <label htmlFor="drawn-words" className="font-semibold text-13">
        {isPin ? words.noteTitle : words.lockTitle}
      </label>
      <textarea
        id="drawn-words"
        // biome-ignore lint/a11y/noAutofocus: whoever has drawn is about to write
        autoFocus
        rows={isPin ? 3 : 1}
        maxLength={isPin ? 4_000 : 200}
        value={said}
        placeholder={isPin ? words.notePlaceholder : words.lockPlaceholder}
        onChange={({ target }) => setSaid(target.value)}
        className={`${fieldClasses()} resize-none py-1.5`}
      />
      {drawn.region.kind === 'lasso' && !drawn.isFound && <SnapCheck drawn={drawn} />}
      <div className="flex items-center gap-2">
        <Button look="quiet" onClick={cancel}>
          {texts.common.cancel} <Kbd>Esc</Kbd>
        </Button>
        <span className="flex-1" />
        <Button type="submit" look="primary" disabled={said.trim() === '' || snapped.isLooking}>
          {isPin ? words.placePin : words.setLock}
        </Button>
      </div>
    </form>
  );
}

/** Right of the spot where there is room, else left of it; always wholly in view. */
function putBeside(element: HTMLElement, { frameId, region }: Drawn, state: BoardState): void {
  const { camera, places, bounds, view } = state;
  const [place, covered] = [places.get(frameId), bounds.get(frameId)];
  if (!place) return;
  const spot = toScreen(
    camera,
    frameToBoard(place, anchorOf(region, covered ?? rectOfSize({ width: 1, height: 1 }))),
  );
  const right = spot.x + gap;
  const x = right + width + 8 > view.width ? spot.x - gap - width : right;
  const left = Math.min(Math.max(8, x), Math.max(8, view.width - width - 8));
  const top = Math.min(Math.max(8, spot.y - height / 2), Math.max(8, view.height - height - 8));
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
