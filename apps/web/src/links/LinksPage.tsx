'use client';

import { useSearchParams } from 'next/navigation.js';
import { useState } from 'react';
import type { MadeReviewLink } from '../data/types.ts';
import { useOverview } from '../home/useOverview.ts';
import { texts } from '../text/texts.ts';
import { buttonClasses } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Link } from '../ui/Link.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Shape } from '../ui/Shape.tsx';
import { useNow } from '../ui/useNow.ts';
import { MadeLink } from './MadeLink.tsx';
import { MakeLink } from './MakeLink.tsx';
import { ProjectLinks } from './ProjectLinks.tsx';

export type LinksPageProps = {
  /** Of this project only. */
  readonly projectId?: string;
};

/** All clients' ways in, by project. */
export function LinksPage({ projectId }: LinksPageProps) {
  const asked = useSearchParams();
  const boardId = asked.get('board');
  const { data, error, refetch } = useOverview();
  const now = useNow();
  const [making, setMaking] = useState<string | null>(
    asked.get('make') ?? (boardId && projectId ? projectId : null),
  );
  const [made, setMade] = useState<MadeReviewLink | null>(null);
  const all = data?.projects.filter(({ links }) => links !== null) ?? [];
  const projects = projectId ? all.filter(({ id }) => id === projectId) : all;
  const project = projects.find(({ id }) => id === making);
  const done = (link: MadeReviewLink) => {
    setMaking(null);
    setMade(link);
  };
  return (
    <>
      <PageHead title={texts.home.links} />
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {!data && !error && <Shape className="h-40 rounded-3" />}
      {data && projects.length === 0 && (
        <Empty title={texts.links.none} lead={texts.links.noProjects}>
          <Link href="/projects" className={buttonClasses({ look: 'line', size: 'big' })}>
            {texts.projects.toProjects}
          </Link>
        </Empty>
      )}
      {projects.map((one) => (
        <ProjectLinks key={one.id} project={one} now={now} onMake={() => setMaking(one.id)} />
      ))}
      {projects.length > 0 && <p className="text-12 text-text-3">{texts.links.unverified}</p>}
      {project && (
        <MakeLink project={project} boardId={boardId} onMade={done} onClose={() => setMaking(null)} />
      )}
      {made && <MadeLink made={made} onClose={() => setMade(null)} />}
    </>
  );
}
