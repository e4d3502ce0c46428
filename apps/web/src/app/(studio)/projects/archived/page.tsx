import type { Metadata } from 'next';
import { ArchivedPage } from '../../../../projects/ArchivedPage.tsx';
import { texts } from '../../../../text/texts.ts';

export const metadata: Metadata = { title: texts.home.title(texts.projects.archived) };

export default function Page() {
  return <ArchivedPage />;
}
