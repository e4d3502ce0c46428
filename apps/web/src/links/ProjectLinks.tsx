'use client';

import { may } from '@pinpaint/domain';
import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../data/api.ts';
import { readAll } from '../data/readAll.ts';
import type { OverviewProject, ReviewLink } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { Shape } from '../ui/Shape.tsx';
import { LinkRow } from './LinkRow.tsx';

export type ProjectLinksProps = {
  readonly project: OverviewProject;
  readonly now: Date;
  readonly onMake: () => void;
};

/** A project's links, newest first. */
export function ProjectLinks({ project, now, onMake }: ProjectLinksProps) {
  const { id, name, boards, role } = project;
  const { data, error, refetch } = useQuery({
    queryKey: ['links', id],
    queryFn: ({ signal }) => readAll<ReviewLink>(sessionApi, `/projects/${id}/links`, signal),
  });
  const mayManage = may(role, 'link.manage');
  const boardName = (boardId: string) =>
    boards.find((board) => board.id === boardId)?.name ?? texts.links.boardGone;
  return (
    <section aria-labelledby={`links-${id}`} className="mb-6">
      <header className="mb-2.25 flex items-center gap-3">
        <h2 id={`links-${id}`} className="min-w-0 truncate font-semibold text-13">
          {name}
        </h2>
        {mayManage && (
          <Button
            className="ml-auto h-11 md:h-7"
            onClick={onMake}
            aria-label={`${texts.links.make}: ${name}`}
          >
            {texts.links.make}
          </Button>
        )}
      </header>
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {!data && !error && <Shape className="h-16 rounded-3" />}
      {data?.length === 0 && (
        <p className="rounded-3 border border-line border-dashed px-4 py-3 text-text-2">
          {texts.links.none}. {texts.links.noneLead}
        </p>
      )}
      {data && data.length > 0 && (
        <ul className="rounded-3 bg-panel">
          {data.toReversed().map((link) => (
            <LinkRow key={link.id} link={link} boardName={boardName} now={now} mayClose={mayManage} />
          ))}
        </ul>
      )}
    </section>
  );
}
