import type { Metadata } from 'next';
import { AccountPage } from '../../../account/AccountPage.tsx';
import { texts } from '../../../text/texts.ts';

export const metadata: Metadata = { title: texts.home.title(texts.home.account) };

export default function Page() {
  return <AccountPage />;
}
