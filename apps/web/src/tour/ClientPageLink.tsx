'use client';

import type { ReactNode } from 'react';
import { clientPage } from './clientPage.ts';
import type { Tour } from './tour.ts';
import { useOwnTour } from './useOwnTour.ts';

export type ClientPageLinkProps = {
  readonly tour: Tour;
  readonly className: string;
  readonly children: ReactNode;
};

/** To the picture that this browser’s tour is about. */
export function ClientPageLink({ tour, ...rest }: ClientPageLinkProps) {
  return <a href={clientPage(useOwnTour(tour) ?? tour)} {...rest} />;
}
