import { headers } from 'next/headers.js';
import { redirect } from 'next/navigation.js';
import { pathHeader, sessionHeader } from './pageHeaders.ts';
import { signInAddress } from './signInAddress.ts';

/** For pages of the studio: sends whoever has no session to sign in, before anything is drawn, and back again. */
export async function requireSession(): Promise<void> {
  const told = await headers();
  if (told.get(sessionHeader) !== 'yes') redirect(signInAddress(told.get(pathHeader) ?? '/projects'));
}
