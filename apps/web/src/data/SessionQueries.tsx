'use client';

import type { ReactNode } from 'react';
import { signInAddress } from '../signIn/signInAddress.ts';
import { Queries } from './Queries.tsx';

/** For pages of the studio: whoever is no longer signed in goes to sign in, and comes back here. */
export function SessionQueries({ children }: { readonly children: ReactNode }) {
  return <Queries onUnknown={toSignIn}>{children}</Queries>;
}

/** A new page and not a move within this one: nothing that was read may stay in memory. */
function toSignIn(): void {
  location.replace(signInAddress(location.pathname + location.search));
}
