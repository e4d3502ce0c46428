'use client';

import { Archive, ArchiveRestore, Ellipsis, PencilLine } from 'lucide-react';
import type { OverviewBoard } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Link } from '../ui/Link.tsx';
import { Menu } from '../ui/Menu.tsx';
import { PinStateWord } from '../ui/PinStateWord.tsx';
import { timeAgo } from '../ui/timeAgo.ts';
import { VersionStateWord } from '../ui/VersionStateWord.tsx';
import { ApprovalBar } from './ApprovalBar.tsx';
import { BoardThumb } from './BoardThumb.tsx';
import { boardState } from './boardState.ts';

export type BoardCardProps = {
  readonly board: OverviewBoard;
  readonly now: Date;
  readonly mayManage: boolean;
  readonly onRename: () => void;
  readonly onArchive: (archived: boolean) => void;
};

export function BoardCard({ board, now, mayManage, onRename, onArchive }: BoardCardProps) {
  const { id, name, frames, approved, toDecide, lastAt, archivedAt, pictures } = board;
  const archive = archivedAt
    ? { label: texts.projects.takeOut, icon: ArchiveRestore, onSelect: () => onArchive(false) }
    : { label: texts.projects.archive, icon: Archive, onSelect: () => onArchive(true) };
  const rename = { label: texts.projects.rename, icon: PencilLine, onSelect: onRename };
  return (
    <li className="group relative min-w-0">
      <Link href={`/boards/${id}`} className="block rounded-1 outline-offset-4">
        <BoardThumb pictures={pictures} />
        <span className="mt-2.25 flex items-center gap-2">
          <h3 className="min-w-0 flex-1 truncate font-semibold text-[14px] leading-5 group-hover:underline group-hover:decoration-line-control group-hover:underline-offset-4">
            {name}
          </h3>
          <StateWord board={board} />
        </span>
        <span className="num mt-px flex justify-between gap-2 text-12 text-text-2">
          {frames === 0 ? texts.projects.noFrames : texts.projects.approvedOf(approved, frames)}
          {lastAt && <span className="text-text-3">{timeAgo(lastAt, now)}</span>}
        </span>
        <ApprovalBar frames={frames} approved={approved} toDecide={toDecide} />
      </Link>
      {mayManage && (
        <Menu items={archivedAt ? [archive] : [rename, archive]}>
          <IconButton
            icon={Ellipsis}
            label={texts.projects.moreFor(name)}
            className="absolute top-1.5 right-1.5 size-11 bg-scrim text-on-scrim hover:bg-ink hover:text-on-scrim focus-visible:opacity-100 data-[state=open]:opacity-100 md:size-7 md:opacity-0 md:group-hover:opacity-100"
          />
        </Menu>
      )}
    </li>
  );
}

function StateWord({ board }: { readonly board: OverviewBoard }) {
  const { pin, word } = boardState(board);
  return pin ? <PinStateWord state={pin} word={word} /> : <VersionStateWord state="draft" word={word} />;
}
