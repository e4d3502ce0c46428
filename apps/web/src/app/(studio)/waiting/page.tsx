import type { Metadata } from 'next';
import { texts } from '../../../text/texts.ts';
import { WaitingPage } from '../../../waiting/WaitingPage.tsx';

export const metadata: Metadata = { title: texts.home.title(texts.home.waiting) };

export default function Page() {
  return <WaitingPage />;
}
