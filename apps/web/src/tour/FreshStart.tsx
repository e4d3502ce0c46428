'use client';

import { useMay } from '../board/state/useMay.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { useRestartTour } from './useRestartTour.ts';

/** Where the picture of the tour has been done with: the same photograph once more. */
export function FreshStart({ look }: { readonly look: 'primary' | 'line' }) {
  const mayUpload = useMay('frame.upload');
  const { restart, isOnItsWay } = useRestartTour();
  if (!mayUpload) return null;
  return (
    <Button look={look} disabled={isOnItsWay} onClick={restart}>
      {texts.tour.freshStart}
    </Button>
  );
}
