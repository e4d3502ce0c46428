import { headers } from 'next/headers.js';
import { redirect } from 'next/navigation.js';
import { sessionHeader } from '../signIn/pageHeaders.ts';
import { readTour, tourHeader } from '../tour/tour.ts';
import { Welcome } from '../tour/Welcome.tsx';

/** Leads who has just typed `npm start` through it; everybody else to where their work is. */
export default async function StartPage() {
  const told = await headers();
  if (told.get(sessionHeader) === 'yes') redirect('/projects');
  const tour = readTour(told.get(tourHeader));
  if (!tour) redirect('/sign-in');
  return <Welcome tour={tour} />;
}
