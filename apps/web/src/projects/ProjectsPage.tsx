'use client';

import { type ActorRole, may } from '@pinpaint/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FindField } from '../home/FindField.tsx';
import { useMe } from '../home/useMe.ts';
import { useOverview } from '../home/useOverview.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useNow } from '../ui/useNow.ts';
import { useWaiting } from '../waiting/useWaiting.ts';
import { NewProject } from './NewProject.tsx';
import { ProjectSection } from './ProjectSection.tsx';
import { ProjectShapes } from './ProjectShapes.tsx';
import { WaitingTop } from './WaitingTop.tsx';

/** What waits, then every project with its boards. */
export function ProjectsPage() {
  const { data, error, refetch } = useOverview();
  const me = useMe();
  const waiting = useWaiting();
  // Both at once: what waits stands on top, and would push away what one is about to click.
  const isLoading = !error && (!data || waiting.isPending);
  const projects = isLoading ? undefined : data?.projects;
  const now = useNow();
  const [isMaking, setMaking] = useState(false);
  const role: ActorRole | null = me.data?.studioRole ?? null;
  const mayCreate = role !== null && may(role, 'project.create');
  const begin = () => setMaking(true);
  return (
    <>
      <PageHead title={texts.home.projects}>
        <FindField />
        {mayCreate && (
          <Button className="h-11 md:h-8" onClick={begin}>
            <Plus size={15} strokeWidth={1.75} aria-hidden="true" />
            {texts.projects.newProject}
          </Button>
        )}
      </PageHead>
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {isLoading && <ProjectShapes />}
      {!isLoading && <WaitingTop />}
      {projects?.map((project) => (
        <ProjectSection key={project.id} project={project} now={now} />
      ))}
      {projects?.length === 0 && me.data && <NoProjects begin={mayCreate ? begin : null} />}
      {data?.isCut && <p className="text-12 text-text-3">{texts.projects.cut}</p>}
      {isMaking && <NewProject onClose={() => setMaking(false)} />}
    </>
  );
}

function NoProjects({ begin }: { readonly begin: (() => void) | null }) {
  const { none, noneLead, noneYours, noneYoursLead, newProject } = texts.projects;
  if (!begin) return <Empty title={noneYours} lead={noneYoursLead} />;
  return (
    <Empty title={none} lead={noneLead}>
      <Button look="primary" size="big" onClick={begin}>
        {newProject}
      </Button>
    </Empty>
  );
}
