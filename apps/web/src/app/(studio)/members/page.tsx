import type { Metadata } from 'next';
import { MembersPage } from '../../../members/MembersPage.tsx';
import { texts } from '../../../text/texts.ts';

export const metadata: Metadata = { title: texts.home.title(texts.home.members) };

export default function Page() {
  return <MembersPage />;
}
