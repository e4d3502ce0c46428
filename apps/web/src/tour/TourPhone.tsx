'use client';

import { texts } from '../text/texts.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { Tour } from './tour.ts';

/** The client's page beside the board, for who has no phone at hand. */
export function TourPhone({ tour }: { readonly tour: Tour }) {
  return (
    <aside
      aria-label={texts.tour.phone}
      className="hidden min-h-0 w-80 lg:col-start-1 lg:row-start-3 justify-center overflow-y-auto border-line border-r bg-panel py-4 lg:flex"
    >
      <PhoneFrame tour={tour} scale={0.7} />
    </aside>
  );
}
