'use client';

import type { PixelRect } from '@pinpaint/domain';
import { useMemo, useState } from 'react';
import type { Frame, Version } from '../../data/types.ts';
import { sourceOf } from '../../pictures/pictureSource.ts';
import { createPictureView, fitView, panView, showFullSize, zoomView } from '../../pictures/pictureView.ts';
import { texts } from '../../text/texts.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import type { CompareMode } from '../state/boardStore.ts';
import { usePins } from '../state/useBoardData.ts';
import { answeredPins, broughtLayers } from './answeredPins.ts';
import { CompareBar } from './CompareBar.tsx';
import { firstSettings, type Side } from './compareSettings.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { DifferenceMode } from './modes/DifferenceMode.tsx';
import { FlickerMode } from './modes/FlickerMode.tsx';
import { OnionMode } from './modes/OnionMode.tsx';
import { SideMode } from './modes/SideMode.tsx';
import { SliderMode } from './modes/SliderMode.tsx';
import { closeCompare } from './openCompare.ts';
import { useCompareKeys } from './useCompareKeys.ts';
import { useGivenBackFocus } from './useGivenBackFocus.ts';

export type ComparePairProps = {
  readonly frame: Frame;
  readonly versions: readonly Version[];
  readonly a: Version;
  readonly b: Version;
  readonly mode: CompareMode;
  /** Both bounds together. */
  readonly whole: PixelRect;
};

/** The bar, the pictures, and what is to be decided. */
export function ComparePair({ frame, versions, a, b, mode, whole }: ComparePairProps) {
  const { store } = useBoardContext();
  const { data: pins = [] } = usePins();
  useGivenBackFocus();
  const [settings, setSettings] = useState(firstSettings);
  const [view] = useState(() => createPictureView(whole));
  const sideA = useMemo<Side>(() => ({ letter: 'A', version: a, source: sourceOf(a, frame) }), [a, frame]);
  const sideB = useMemo<Side>(() => ({ letter: 'B', version: b, source: sourceOf(b, frame) }), [b, frame]);
  const answered = useMemo(() => answeredPins(broughtLayers(b, versions), pins), [b, versions, pins]);
  const change = (to: { readonly a?: string; readonly b?: string; readonly mode?: CompareMode }) =>
    store.setState(({ compare }) => ({ compare: compare && { ...compare, ...to } }));
  const close = () => closeCompare(store);
  useCompareKeys(
    useMemo(
      () => ({
        y: () => closeCompare(store),
        escape: () => closeCompare(store),
        s: () =>
          store.setState(({ compare }) => ({
            compare: compare && { ...compare, a: compare.b, b: compare.a },
          })),
        '+': () => zoomView(view, 1.25),
        '=': () => zoomView(view, 1.25),
        '-': () => zoomView(view, 0.8),
        arrowleft: () => panView(view, step, 0),
        arrowright: () => panView(view, -step, 0),
        arrowup: () => panView(view, 0, step),
        arrowdown: () => panView(view, 0, -step),
        '0': () => showFullSize(view),
        '1': () => fitView(view, whole),
      }),
      [store, view, whole],
    ),
  );
  const Mode = modes[mode];
  const [nameA, nameB] = [a, b].map(({ number }) => texts.versions.name(number));
  return (
    <section
      aria-labelledby="compare-title"
      className="grid size-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]"
    >
      <h1 id="compare-title" className="sr-only">
        {texts.compare.title(nameA ?? '', nameB ?? '', frame.name)}
      </h1>
      <CompareBar
        a={a}
        b={b}
        versions={versions}
        mode={mode}
        view={view}
        whole={whole}
        onPick={change}
        onMode={(next) => change({ mode: next })}
        onClose={close}
      />
      <Mode
        a={sideA}
        b={sideB}
        frame={frame}
        view={view}
        whole={whole}
        pins={answered}
        settings={settings}
        onChange={(to) => setSettings((was) => ({ ...was, ...to }))}
      />
      <DecisionBar key={decided(a, b).id} version={decided(a, b)} versions={versions} />
    </section>
  );
}

/** How far an arrow key moves the pictures, in the page's pixels. */
const step = 60;

const modes = {
  slider: SliderMode,
  side: SideMode,
  onion: OnionMode,
  difference: DifferenceMode,
  flicker: FlickerMode,
} as const satisfies Record<CompareMode, unknown>;

/** B, which is meant to be the newer; A, if that waits and nothing is to be done with B any more. */
function decided(a: Version, b: Version): Version {
  const isOpen = b.state === 'in_review' || b.state === 'draft';
  return a.state === 'in_review' && !isOpen ? a : b;
}
