import type { UseMutationResult } from '@tanstack/react-query';
import { RotateCw, TriangleAlert } from 'lucide-react';
import type { ApiError } from '../../../data/ApiError.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Layer } from './layerChange.ts';

export type BaseMovedProps = {
  readonly isOpen: boolean;
  readonly rerun: UseMutationResult<unknown, ApiError, Layer>;
  readonly onRun: () => void;
};

/** It may not fit any more what lies under it now. */
export function BaseMoved({ isOpen, rerun, onRun }: BaseMovedProps) {
  const says = rerun.isSuccess ? texts.layers.running : (rerun.error?.message ?? texts.layers.baseMoved);
  return (
    <div className="col-span-full mt-2 flex items-center gap-2 text-12 text-attention">
      <TriangleAlert size={14} className="shrink-0" aria-hidden="true" />
      <p aria-live="polite" className="min-w-0 flex-1">
        {says}
      </p>
      {isOpen && !rerun.isSuccess && (
        <Button onClick={onRun} disabled={rerun.isPending}>
          <RotateCw size={13} aria-hidden="true" />
          {texts.layers.runAgain}
        </Button>
      )}
    </div>
  );
}
