'use client';

import { useEffect, useState } from 'react';
import { texts } from '../text/texts.ts';
import { clientPage } from './clientPage.ts';
import { letClientIn } from './letClientIn.ts';
import type { Tour } from './tour.ts';
import { beginTour } from './tourState.ts';
import { useOwnTour } from './useOwnTour.ts';

export type PhoneFrameProps = {
  readonly tour: Tour;
  /** Of a phone's 390 × 844. */
  readonly scale?: number;
};

const screen = { width: 390, height: 844 };

/** The client's page itself, as large as on a phone, in a phone's outline. */
export function PhoneFrame({ tour, scale = 1 }: PhoneFrameProps) {
  const own = useOwnTour(tour) ?? tour;
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    beginTour();
    // Whoever could not be let in is asked by the page itself.
    const show = () => setIsReady(true);
    letClientIn(tour.link).then(show, show);
  }, [tour.link]);
  return (
    <div
      className="shrink-0 overflow-hidden bg-[#000] shadow-[0_0_0_2px_#4a4a4a,0_12px_40px_rgb(0_0_0/.5)]"
      style={{
        width: (screen.width + 20) * scale,
        height: (screen.height + 20) * scale,
        borderRadius: 44 * scale,
        padding: 10 * scale,
      }}
    >
      {isReady && (
        <iframe
          src={clientPage(own)}
          title={texts.tour.phone}
          className="block origin-top-left border-0 bg-surround"
          style={{ ...screen, transform: `scale(${scale})`, borderRadius: 34 }}
        />
      )}
    </div>
  );
}
