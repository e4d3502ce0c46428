import type { Metadata } from 'next';
import { ProjectsPage } from '../../../projects/ProjectsPage.tsx';
import { texts } from '../../../text/texts.ts';

export const metadata: Metadata = { title: texts.home.title(texts.home.projects) };

export default function Page() {
  return <ProjectsPage />;
}
