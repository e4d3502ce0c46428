'use client';

import { arcLimits, type Placement, type Surface } from '@pinpaint/domain';
import type { Edit, Pin } from '../../data/types.ts';
import { kitTexts } from '../../text/kitTexts.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { useKit } from '../kit/useKit.ts';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { show } from '../state/changeState.ts';
import { ArtworkChoice } from './ArtworkChoice.tsx';
import { enlargementOf } from './enlargementOf.ts';
import { problemOf } from './placingOf.ts';
import { bentFrom } from './surfaces.ts';
import { usePlacing } from './usePlacing.ts';

const words = kitTexts.place;

export type PlaceFormProps = {
  readonly pin: Pin;
  /** The pin's newest edit. */
  readonly last: Edit | null;
};

/** Which artwork is placed, on what kind of surface, and how it is laid; where it lies is dragged on the picture. */
export function PlaceForm({ pin, last }: PlaceFormProps) {
  const { store } = useBoardContext();
  const frameId = pin.frameId;
  const kit = useKit().data;
  const covered = useBoard(({ bounds }) => bounds.get(frameId));
  const isCovered = useBoard(({ shown }) => ['candidate', 'taken'].includes(shown[frameId]?.kind ?? 'now'));
  const { placing, choose, lay, fit } = usePlacing(pin, last);
  if (!kit) return null;
  if (kit.artworks.length === 0) return <EmptyKit />;
  const placement = placing?.placement;
  const problem = placement && covered && problemOf(placement, covered);
  const enlarged = placing ? enlargementOf(placing) : 1;
  return (
    <section className="grid gap-2 border-line border-t px-3.5 pt-2.5 pb-3">
      <ArtworkChoice artworks={kit.artworks} chosen={placing?.artwork.id ?? null} onChoose={choose} />
      {placement && (
        <>
          <Kinds placement={placement} onChange={lay} />
          <Amounts placement={placement} onChange={lay} />
          <div className="flex flex-wrap items-center gap-1.5">
            <Button onClick={fit}>{words.fit}</Button>
            {isCovered ? (
              <Button onClick={() => show(store, frameId, { kind: 'now' })}>{words.adjust}</Button>
            ) : (
              <p className="min-w-0 flex-1 pl-1 text-11 text-text-3">{words.hint}</p>
            )}
          </div>
          <p role="status" className="text-12 text-attention empty:hidden">
            {problem ? words.problems[problem] : enlarged > softFrom && words.small(roundedUp(enlarged))}
          </p>
        </>
      )}
    </section>
  );
}

const surfaceKinds = ['flat', 'cylinder'] as const satisfies Surface['kind'][];
const blends = ['normal', 'multiply'] as const satisfies Placement['blend'][];
/** As the flag has it (`artwork.enlarged`). */
const softFrom = 1.5;

type LaidProps = { readonly placement: Placement; readonly onChange: (placement: Placement) => void };

function Kinds({ placement, onChange }: LaidProps) {
  const { surface, blend } = placement;
  return (
    <div className="flex min-h-7 flex-wrap items-center justify-between gap-2.5">
      <Choice
        label={words.surface}
        value={surface.kind}
        options={surfaceKinds.map((value) => ({ value, label: words.surfaces[value] }))}
        onChange={(kind) => onChange({ ...placement, surface: bentFrom(surface, kind) })}
      />
      <Choice
        label={words.blend}
        value={blend}
        options={blends.map((value) => ({ value, label: words.blends[value] }))}
        onChange={(next) => onChange({ ...placement, blend: next })}
      />
    </div>
  );
}

function Amounts({ placement, onChange }: LaidProps) {
  const { surface, opacity, shading } = placement;
  return (
    <div>
      {surface.kind === 'cylinder' && (
        <Amount
          label={words.arc}
          name={words.arcName}
          value={surface.arcDegrees}
          min={arcLimits.least}
          max={arcLimits.most}
          says={words.arcSays(surface.arcDegrees)}
          onChange={(arcDegrees) => onChange({ ...placement, surface: { ...surface, arcDegrees } })}
        />
      )}
      <Amount
        label={words.opacity}
        value={opacity}
        max={1}
        step={0.01}
        says={words.percent(opacity)}
        onChange={(value) => onChange({ ...placement, opacity: value })}
      />
      <Amount
        label={words.shading}
        value={shading}
        max={1}
        step={0.01}
        says={words.percent(shading)}
        onChange={(value) => onChange({ ...placement, shading: value })}
      />
    </div>
  );
}

function EmptyKit() {
  const { store } = useBoardContext();
  return (
    <section className="grid justify-items-start gap-2 border-line border-t px-3.5 pt-2.5 pb-3">
      <p className="text-12 text-text-2">{words.empty}</p>
      <Button onClick={() => store.setState({ showsKit: true })}>{words.openKit}</Button>
    </section>
  );
}

function roundedUp(times: number): number {
  return Math.ceil(times * 10) / 10;
}
