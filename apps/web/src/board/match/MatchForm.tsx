'use client';

import { Crosshair } from 'lucide-react';
import type { Pin } from '../../data/types.ts';
import { matchTexts as words } from '../../text/matchTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { refusalText } from '../edit/refusal.ts';
import { useMay } from '../state/useMay.ts';
import { AddPicture } from './AddPicture.tsx';
import { PictureChoice } from './PictureChoice.tsx';
import { type MatchWish, useMatching } from './useMatching.ts';

export type MatchFormProps = { readonly pin: Pin; readonly wish: MatchWish };

/** What a thing is to match: a place that is pointed at on the same picture, or a picture of it. */
export function MatchForm({ pin, wish }: MatchFormProps) {
  const mayChange = useMay('pin.change');
  const { isPointing, isSaving, error, point, stop, choose, remove } = useMatching(pin, wish);
  const shown = wish.picture?.name ?? (wish.at && words.place);
  const isWanting = !shown && !isPointing;
  return (
    <section
      data-match=""
      aria-label={words.title}
      className="grid gap-2 border-line border-t px-3.5 pt-2.5 pb-3"
    >
      <h3 className="font-medium text-11 text-text-3">{words.title}</h3>
      <p role="status" className={`truncate text-12 ${isWanting ? 'text-attention' : ''}`}>
        {isPointing ? <Pointing /> : (shown ?? words.unshown(wish.like))}
      </p>
      {mayChange && (
        <>
          <div className="flex flex-wrap items-center gap-1.5">
            <Button onClick={isPointing ? stop : point}>
              {isPointing ? (
                <>
                  {words.cancel}
                  <span className="pointer-coarse:hidden">
                    <Kbd>Esc</Kbd>
                  </span>
                </>
              ) : (
                <>
                  <Crosshair size={14} aria-hidden="true" />
                  {wish.at && !wish.picture ? words.pointAgain : words.point}
                </>
              )}
            </Button>
            {!isPointing && <AddPicture pin={pin} onAdd={choose} />}
            {shown && !isPointing && (
              <Button look="quiet" onClick={remove} disabled={isSaving}>
                {words.remove}
              </Button>
            )}
          </div>
          <PictureChoice pin={pin} chosen={wish.picture?.id ?? null} onChoose={choose} />
        </>
      )}
      {error && (
        <p role="alert" className="text-12 text-danger">
          {words.notSaved} {refusalText(error)}
        </p>
      )}
    </section>
  );
}

function Pointing() {
  return (
    <>
      {words.pointing}
      <span className="pointer-coarse:hidden"> {words.pointingKeys}</span>
    </>
  );
}
