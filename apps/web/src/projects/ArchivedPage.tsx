'use client';

import { useOverview } from '../home/useOverview.ts';
import { texts } from '../text/texts.ts';
import { buttonClasses } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Link } from '../ui/Link.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useNow } from '../ui/useNow.ts';
import { ProjectSection } from './ProjectSection.tsx';
import { ProjectShapes } from './ProjectShapes.tsx';

/** Archived projects whole, and of the others the boards that were put away. */
export function ArchivedPage() {
  const { data, error, refetch } = useOverview({ archived: true });
  const now = useNow();
  const { archived, archivedLead, archivedNone, archivedNoneLead, toProjects } = texts.projects;
  return (
    <>
      <PageHead title={archived} />
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {!data && !error && <ProjectShapes />}
      {data?.projects.length === 0 && (
        <Empty title={archivedNone} lead={archivedNoneLead}>
          <Link href="/projects" className={buttonClasses({ look: 'line', size: 'big' })}>
            {toProjects}
          </Link>
        </Empty>
      )}
      {data && data.projects.length > 0 && <p className="mb-4 max-w-[70ch] text-text-2">{archivedLead}</p>}
      {data?.projects.map((project) => (
        <ProjectSection key={project.id} project={project} now={now} inArchive />
      ))}
    </>
  );
}
