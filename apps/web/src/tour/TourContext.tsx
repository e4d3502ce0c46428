'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Tour } from './tour.ts';
import { type OwnTour, useOwnTour } from './useOwnTour.ts';

const TourContext = createContext<OwnTour | null>(null);

export type TourProviderProps = { readonly tour: Tour | null; readonly children: ReactNode };

export function TourProvider({ tour, children }: TourProviderProps) {
  return <TourContext value={useOwnTour(tour)}>{children}</TourContext>;
}

/** null: nobody is led through this board. */
export function useTour(): OwnTour | null {
  return useContext(TourContext);
}
