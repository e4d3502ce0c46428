'use client';

import type { EditId } from '@pinpaint/domain';
import { Waypoints } from 'lucide-react';
import type { Edit, Series } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { editTitle } from '../edit/editTitle.ts';
import { engineTitle } from '../edit/engineTitle.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import { carryEdit } from '../state/changeState.ts';
import { useEdits } from '../state/useBoardData.ts';

export type CarryEditsProps = { readonly series: Series; readonly frameId: string };

/** The picture's edits that have come to something, each of which the others could have too. */
export function CarryEdits({ series, frameId }: CarryEditsProps) {
  const { data: edits = [] } = useEdits();
  const own = edits.filter((edit) => edit.frameId === frameId && canBeCarried(edit));
  return (
    <section aria-label={words.carryTitle} className="mt-4 border-line border-t px-3.5 pt-3">
      <h3 className="font-semibold text-13">{words.carryTitle}</h3>
      {series.frames.length < 2 ? (
        <p className="mt-1 text-12 text-text-2">{words.carryAlone}</p>
      ) : own.length === 0 ? (
        <p className="mt-1 text-12 text-text-2">{words.carryNoneLead}</p>
      ) : (
        <ul className="mt-1">
          {own.map((edit) => (
            <CarryItem key={edit.id} edit={edit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CarryItem({ edit }: { readonly edit: Edit }) {
  const { store } = useBoardContext();
  const title = editTitle(edit.intent.wish);
  const state = edit.state === 'accepted' ? words.accepted : words.proposed;
  return (
    <li className="grid gap-1.5 py-2">
      <p className="min-w-0">
        <b className="block truncate font-medium text-13">{title}</b>
        <span className="block truncate text-11 text-text-3">
          {state} · {engineTitle(edit.engine)}
        </span>
      </p>
      <Button aria-label={words.carryEdit(title)} onClick={() => carryEdit(store, edit.id as EditId)}>
        <Waypoints size={14} aria-hidden="true" />
        {words.carryThis}
      </Button>
    </li>
  );
}

function canBeCarried({ state }: Edit): boolean {
  return state === 'proposed' || state === 'accepted';
}
