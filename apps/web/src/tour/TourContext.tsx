'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Tour } from './tour.ts';

const TourContext = createContext<Tour | null>(null);

export type TourProviderProps = { readonly tour: Tour | null; readonly children: ReactNode };

export function TourProvider({ tour, children }: TourProviderProps) {
  return <TourContext value={tour}>{children}</TourContext>;
}

/** null: nobody is led through this board. */
export function useTour(): Tour | null {
  return useContext(TourContext);
}
