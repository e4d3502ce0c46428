'use client';

import { texts } from '../text/texts.ts';
import { buttonClasses } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Link } from '../ui/Link.tsx';
import { LoadProblem } from '../ui/LoadProblem.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useWaiting } from './useWaiting.ts';
import { WaitingRows, WaitingShapes } from './WaitingRows.tsx';

export function WaitingPage() {
  const { data, error, refetch } = useWaiting();
  return (
    <>
      <PageHead title={texts.home.waiting} />
      {error && !data && <LoadProblem error={error} retry={() => void refetch()} />}
      {!data && !error && <WaitingShapes />}
      {data && data.items.length === 0 && (
        <Empty title={texts.home.nothingWaits} lead={texts.home.nothingWaitsLead}>
          <Link href="/projects" className={buttonClasses({ look: 'line', size: 'big' })}>
            {texts.projects.toProjects}
          </Link>
        </Empty>
      )}
      {data && data.items.length > 0 && <WaitingRows items={data.items} />}
      {data?.isCut && <p className="mt-3 text-12 text-text-3">{texts.home.cutWaiting(data.items.length)}</p>}
    </>
  );
}
