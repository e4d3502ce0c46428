'use client';

import type { Pin } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { Amount } from '../../ui/Amount.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import type { MaskTrial } from '../state/boardStore.ts';
import { useLockNames } from '../state/useLockNames.ts';
import { defaultGrowth } from './useEditWish.ts';

/** Tries growth and feather out: the canvas shows the alpha that would be permitted as the hand moves. */
export function MaskSliders({ pin }: { readonly pin: Pin }) {
  const { store } = useBoardContext();
  const trial = useBoard((state) => state.trial);
  const names = useLockNames(pin.frameId);
  const { edit } = texts;
  const usual = defaultGrowth(pin);
  const growPx = trial.growPx ?? usual;
  const featherPx = trial.featherPx ?? growPx;
  const max = Math.max(64, usual * 4);
  const set = (part: Partial<MaskTrial>) => store.setState({ trial: { ...trial, ...part } });
  return (
    <>
      <h3 className="mb-1.75 flex items-center gap-3 font-medium text-11 text-text-3">
        {edit.mask}
        <span className="min-w-0 flex-1 truncate text-right">
          {names.length > 0 && edit.takenOut(names.join(', '))}
        </span>
      </h3>
      <Amount
        label={edit.grow}
        value={growPx}
        max={max}
        says={edit.px(growPx)}
        onChange={(value) => set({ growPx: value })}
      />
      <Amount
        label={edit.feather}
        value={featherPx}
        max={max}
        says={edit.px(featherPx)}
        onChange={(value) => set({ featherPx: value })}
      />
    </>
  );
}
