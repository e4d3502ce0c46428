'use client';

import type { FlagCode, FrameId, PinId } from '@pinpaint/domain';
import { CircleCheck, CircleSlash, LoaderCircle, Lock, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Tip } from '../../ui/Tip.tsx';
import { showFrames } from '../canvas/viewActions.ts';
import { WarningList } from '../edit/WarningList.tsx';
import { useBoardContext } from '../state/BoardContext.tsx';
import { selectPin } from '../state/changeState.ts';
import { useFrames } from '../state/useBoardData.ts';
import { FindingPicture } from './FindingPicture.tsx';

export type FindingRowProps = {
  readonly finding: Finding;
  /** What the figures of the candidate made there warn of. */
  readonly flags: readonly FlagCode[];
  readonly isWanted: boolean;
  readonly mayChoose: boolean;
  readonly onToggle: () => void;
};

/** One picture with where the region lies in it, or why it was left out. */
export function FindingRow({ finding, flags, isWanted, mayChoose, onToggle }: FindingRowProps) {
  const { store } = useBoardContext();
  const frame = useFrames().data?.find(({ id }) => id === finding.frameId);
  const name = `${finding.number} ${finding.name}`;
  const isOff = finding.state === 'left_out' || (mayChoose && !isWanted);
  return (
    <li className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 border-line border-b px-3.5 py-3">
      <button
        type="button"
        aria-label={words.show(name)}
        // The edit stays in the panel, so the picture is shown without being selected.
        onClick={() => frame && showFrames(store, [finding.frameId as FrameId])}
        className={classes('self-start', isOff && 'opacity-45')}
      >
        <FindingPicture finding={finding} frame={frame} />
      </button>
      <div className="min-w-0">
        <h3 title={name} className="truncate font-medium text-13">
          {name}
        </h3>
        <FindingWords finding={finding} />
        {finding.locks.length > 0 && (
          <p className="flex items-center gap-1.5 text-11 text-text-3">
            <Lock size={12} className="shrink-0" aria-hidden="true" />
            <span className="truncate">{words.locks(finding.locks.map((lock) => lock.name))}</span>
          </p>
        )}
        {flags.length > 0 && <WarningList codes={flags} />}
        <HaveALook finding={finding} />
        {mayChoose && (
          <label className="mt-1.5 flex min-h-6 pointer-coarse:min-h-11 items-center gap-2 text-12">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={isWanted}
              aria-label={words.include(name)}
              onChange={onToggle}
            />
            {words.carryThisOne}
          </label>
        )}
      </div>
    </li>
  );
}

function FindingWords({ finding: { state, reason, place, edit } }: Pick<FindingRowProps, 'finding'>) {
  if (state === 'searching') {
    return (
      <p className="flex items-center gap-1.5 text-12 text-text-2">
        <LoaderCircle size={13} className="motion-safe:animate-spin" aria-hidden="true" />
        {words.searching}
      </p>
    );
  }
  if (state === 'left_out') {
    return (
      <div className="text-12">
        <p className="flex items-center gap-1.5 text-text-2">
          <CircleSlash size={13} aria-hidden="true" />
          {words.leftOut}
        </p>
        {reason && <p className="text-text-2">{words.reasons[reason]}</p>}
        {reason && isByHand.has(reason) && <p className="mt-0.5 text-11 text-text-3">{words.byHand}</p>}
      </div>
    );
  }
  return (
    <div className="text-12">
      {edit ? <EditWord edit={edit} /> : place && <Confidence place={place} />}
      {place?.way && (
        <p className="truncate text-11 text-text-3">
          {[words.ways[place.way], place.model && words.models[place.model]].filter(Boolean).join(', ')}
        </p>
      )}
    </div>
  );
}

const isByHand: ReadonlySet<string> = new Set([
  'series.not-found',
  'series.ambiguous',
  'series.plain',
  'series.partly-outside',
]);

/** Below this a person should look twice; what is below the finder's own limit was left out. */
const sureFrom = 0.9;

function Confidence({ place: { way, figures } }: { readonly place: NonNullable<Finding['place']> }) {
  const isSure = way === 'same-master' || way === 'whole-frame' || (figures?.correlation ?? 0) >= sureFrom;
  const Icon = isSure ? CircleCheck : TriangleAlert;
  return (
    <p className="flex items-center gap-1.5">
      <Icon size={13} className={isSure ? 'text-resolved' : 'text-attention'} aria-hidden="true" />
      {isSure ? words.sure : words.check}
      {figures && way !== 'same-master' && way !== 'whole-frame' && (
        <Tip says={figures.inliers > 0 ? words.figures.features : words.figures.alike}>
          <span className="num text-text-3">
            {figures.inliers > 0 ? words.features(figures.inliers) : words.alike(figures.correlation)}
          </span>
        </Tip>
      )}
    </p>
  );
}

function EditWord({ edit: { state, progress } }: { readonly edit: NonNullable<Finding['edit']> }) {
  return (
    <p className="text-text-2">
      {words.states[state]}
      {state === 'running' && <span className="num"> {words.progress(Math.round(progress * 100))}</span>}
    </p>
  );
}

/** To the note there, with its candidates. */
function HaveALook({ finding: { frameId, edit } }: Pick<FindingRowProps, 'finding'>) {
  const { store } = useBoardContext();
  if (edit?.state !== 'proposed' || !edit.pinId) return null;
  const pin = { id: edit.pinId as PinId, frameId: frameId as FrameId };
  const look = () => {
    selectPin(store, pin);
    showFrames(store, [pin.frameId]);
  };
  return (
    <Button className="mt-2" onClick={look}>
      {words.haveALook}
    </Button>
  );
}
