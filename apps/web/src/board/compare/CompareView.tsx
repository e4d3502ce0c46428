'use client';

import { uniteRects } from '@pinpaint/domain';
import { useMemo } from 'react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import type { Compare } from '../state/boardStore.ts';
import type { FrameVersions } from '../state/useFrameVersions.ts';
import { useFrameVersions } from '../state/useFrameVersions.ts';
import { ComparePair } from './ComparePair.tsx';
import { closeCompare } from './openCompare.ts';

/** Two versions of a frame against each other, over all but the bar above and the panel beside. */
export function CompareView() {
  const compare = useBoard((state) => state.compare);
  const found = useFrameVersions(compare?.frameId ?? null);
  if (!compare) return null;
  return (
    <div className="fixed inset-x-0 top-[var(--above,48px)] bottom-0 z-20 bg-surround lg:right-80 lg:left-[var(--before,0px)]">
      {found ? <Found compare={compare} {...found} /> : <Coming />}
    </div>
  );
}

/** A picture’s shape, while nobody knows yet which pictures they are. */
function Coming() {
  return (
    <div role="status" className="grid size-full place-items-center px-6 py-15">
      <span className="sr-only">{texts.compare.coming}</span>
      <Shape className="aspect-3/2 max-h-full w-full max-w-220 rounded-none" />
    </div>
  );
}

type FoundProps = FrameVersions & { readonly compare: Compare };

function Found({ compare, frame, versions }: FoundProps) {
  const { store } = useBoardContext();
  const a = versions.find(({ id }) => id === compare.a);
  const b = versions.find(({ id }) => id === compare.b);
  const { x, y, width, height } = a && b ? uniteRects(a.bounds, b.bounds) : nowhere;
  const whole = useMemo(() => ({ x, y, width, height }), [x, y, width, height]);
  if (!a || !b) return <Gone onClose={() => closeCompare(store)} />;
  return (
    <ComparePair
      key={frame.id}
      frame={frame}
      versions={versions}
      a={a}
      b={b}
      mode={compare.mode}
      whole={whole}
    />
  );
}

const nowhere = { x: 0, y: 0, width: 1, height: 1 };

function Gone({ onClose }: { readonly onClose: () => void }) {
  return (
    <div
      role="alert"
      className="grid size-full place-content-center justify-items-center gap-2 text-on-surround"
    >
      <h1 className="font-semibold text-16">{texts.compare.gone}</h1>
      <p className="text-13 text-on-surround-2">{texts.compare.goneLead}</p>
      <Button className="mt-2 bg-panel" onClick={onClose}>
        {texts.compare.close}
      </Button>
    </div>
  );
}
