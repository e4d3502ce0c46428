'use client';

import { may } from '@pinpaint/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { OverviewBoard, OverviewProject } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { NameDialog } from '../ui/NameDialog.tsx';
import { timeAgo } from '../ui/timeAgo.ts';
import { BoardCard } from './BoardCard.tsx';
import { NewBoard } from './NewBoard.tsx';
import { ProjectMenu } from './ProjectMenu.tsx';
import { useProjectChanges } from './useProjectChanges.ts';

export type ProjectSectionProps = {
  readonly project: OverviewProject;
  readonly now: Date;
  /** Among what was put away: nothing begins here. */
  readonly inArchive?: boolean;
};

export function ProjectSection({ project, now, inArchive = false }: ProjectSectionProps) {
  const [isMaking, setMaking] = useState(false);
  const [renamed, setRenamed] = useState<OverviewBoard | null>(null);
  const { renameBoard, archiveBoard } = useProjectChanges();
  const mayManage = may(project.role, 'board.manage') && !project.archivedAt;
  const titleId = `project-${project.id}`;
  return (
    <section id={project.id} aria-labelledby={titleId} className="scroll-mt-16 pb-5">
      <header className="mb-1.5 flex min-h-8 flex-wrap items-center gap-x-2.5">
        <h2 id={titleId} className="min-w-0 truncate font-semibold text-13">
          {project.name}
        </h2>
        {!inArchive && <LinkLine project={project} now={now} />}
        {(!inArchive || project.archivedAt) && <ProjectMenu project={project} />}
      </header>
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {project.boards.map((board) => (
          <BoardCard
            key={board.id}
            board={board}
            now={now}
            mayManage={mayManage}
            onRename={() => setRenamed(board)}
            onArchive={(archived) => archiveBoard(board, archived)}
          />
        ))}
        {may(project.role, 'board.create') && !inArchive && (
          <li>
            <button type="button" onClick={() => setMaking(true)} className={newBoardClasses}>
              <Plus size={20} strokeWidth={1.75} aria-hidden="true" />
              {texts.projects.newBoard}
            </button>
          </li>
        )}
      </ul>
      {isMaking && <NewBoard project={project} onClose={() => setMaking(false)} />}
      {renamed && (
        <NameDialog
          title={texts.projects.renameTitle(renamed.name)}
          label={texts.projects.name}
          name={renamed.name}
          verb={texts.projects.rename}
          isBusy={false}
          onClose={() => setRenamed(null)}
          onSend={(name) => {
            setRenamed(null);
            if (name !== renamed.name) renameBoard(renamed, name);
          }}
        />
      )}
    </section>
  );
}

const newBoardClasses =
  'grid min-h-20 w-full place-content-center justify-items-center gap-2 font-medium text-text-2 shadow-[inset_0_0_0_1px_var(--line-control)] transition-colors duration-[90ms] hover:bg-panel hover:text-text sm:aspect-[278/148]';

/** Whether a client can look at it, and when one last did. */
function LinkLine({ project: { links }, now }: ProjectSectionProps) {
  if (!links) return null;
  const { noLink, linkOpened, linkUnopened } = texts.projects;
  const opened = links.openedAt ? linkOpened(timeAgo(links.openedAt, now)) : linkUnopened;
  return <span className="text-12 text-text-3">{links.open > 0 ? opened : noLink}</span>;
}
