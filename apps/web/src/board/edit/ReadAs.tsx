'use client';

import { confidentReading, type LightChange, type Wish } from '@pinpaint/domain';
import { ArrowRight, Lock } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Pin } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { useBoard } from '../state/BoardContext.tsx';
import { isLockedThing, useLockNames } from '../state/useLockNames.ts';
import { useMay } from '../state/useMay.ts';

/** Most readings are right; it comes with the panel, so that it is there when the line is not. */
const loadForm = async () => ({ default: (await import('./ReadingForm.tsx')).ReadingForm });
const ReadingForm = lazy(loadForm);

/** How a note was understood, in chips, and what it leaves alone; changeable. */
export function ReadAs({ pin }: { readonly pin: Pin }) {
  const [isChanging, setChanging] = useState(false);
  const mayChange = useMay('pin.change');
  useEffect(() => {
    loadForm().catch(() => undefined);
  }, []);
  const { reading, readBy, readByModel } = pin;
  const { edit } = texts;
  return (
    <section className="border-line border-t px-3.5 pt-2.5 pb-3">
      <h3 className="mb-1.75 flex items-center gap-1.5 font-medium text-11 text-text-3">
        {readBy === 'person' ? edit.readByPerson : readByModel ? edit.readByModel(readByModel) : edit.readAs}
        <span className="flex-1" />
        {mayChange && !isChanging && (
          <button
            type="button"
            onClick={() => setChanging(true)}
            className="font-medium text-11 text-text-2 underline underline-offset-2 hover:text-text"
          >
            {reading.wish ? edit.change : edit.choose}
          </button>
        )}
      </h3>
      {isChanging ? (
        <Suspense>
          <ReadingForm pin={pin} onDone={() => setChanging(false)} />
        </Suspense>
      ) : (
        <>
          {reading.wish ? (
            <Chips wish={reading.wish} />
          ) : (
            <p className="text-12 text-text-2">{edit.unread}</p>
          )}
          {reading.wish && reading.confidence < confidentReading && (
            <p className="mt-1.75 text-12 text-attention">{edit.unsure}</p>
          )}
          <Keeps pin={pin} />
        </>
      )}
    </section>
  );
}

function Chips({ wish }: { readonly wish: Wish }) {
  const { kinds, what } = texts.edit;
  return (
    <div className="flex flex-wrap items-center gap-1.25 text-text-2">
      <Chip>{kinds[wish.kind]}</Chip>
      {'thing' in wish && <Chip>{wish.thing ?? what}</Chip>}
      {wish.kind === 'recolour' && (
        <>
          {wish.from && <Chip hex={wish.from.hex}>{wish.from.name}</Chip>}
          <ArrowRight size={14} aria-label={texts.edit.to} />
          <Chip hex={wish.to.hex}>{wish.to.name}</Chip>
        </>
      )}
      {wish.kind === 'relight' && lightWords(wish).map((word) => <Chip key={word}>{word}</Chip>)}
      {wish.kind === 'extend' && <Chip>{`${wish.aspect.width}:${wish.aspect.height}`}</Chip>}
      {wish.kind === 'extend' && wish.removes && <Chip>{texts.edit.removes}</Chip>}
      {wish.kind === 'match' && (
        <>
          <ArrowRight size={14} aria-label={texts.edit.to} />
          <Chip {...(wish.colour && { hex: wish.colour.hex })}>{wish.like}</Chip>
        </>
      )}
      {wish.kind === 'replace' && (
        <>
          <ArrowRight size={14} aria-label={texts.edit.by} />
          <Chip>{wish.by}</Chip>
        </>
      )}
    </div>
  );
}

function Chip({ children, hex }: { readonly children: string; readonly hex?: string }) {
  return (
    <span className="inline-flex h-6 min-w-0 items-center gap-1.25 rounded-1 bg-hover px-1.75 font-medium text-12 text-text">
      {hex && (
        <span
          aria-hidden="true"
          className="size-2.75 shrink-0 rounded-[2px] shadow-[inset_0_0_0_1px_rgb(128_128_128/.5)]"
          style={{ background: hex }}
        />
      )}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** What the note says to leave alone, and the locks on its frame: those hold whatever was said. */
function Keeps({ pin: { reading, frameId } }: { readonly pin: Pin }) {
  const selected = useBoard((state) => state.frameId) ?? frameId;
  const locked = useLockNames(selected);
  const kept = reading.keep.filter((thing) => !isLockedThing(thing, locked));
  if (kept.length === 0 && locked.length === 0) return null;
  return (
    <div className="mt-1.75 grid gap-0.5 text-12 text-text-2">
      {kept.length > 0 && <p>{texts.edit.keeps(kept.join(', '))}</p>}
      {locked.length > 0 && (
        <p className="flex items-center gap-1.5">
          <Lock size={13} className="shrink-0" aria-hidden="true" />
          {texts.edit.keepsLocked(locked.join(', '))}
        </p>
      )}
    </div>
  );
}

function lightWords({ change, stops, lightFrom }: Extract<Wish, { kind: 'relight' }>): readonly string[] {
  const { edit } = texts;
  const sides = Object.keys(change) as (keyof LightChange)[];
  const words = sides
    .filter((side) => change[side] !== 0)
    .map((side) => edit.lightWords[side][change[side] > 0 ? 1 : 0] ?? '');
  const exposed = stops ? [edit.stopsSays(Math.round(stops * 100) / 100)] : [];
  const turned = lightFrom ? [edit.lightFromSays(edit.lightSides[lightFrom])] : [];
  return [...exposed, ...words, ...turned];
}
