'use client';

import { ChevronRight, Columns2, PanelRight, Redo2, Share2, Undo2 } from 'lucide-react';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Link } from '../../ui/Link.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { ExportMenu } from '../panels/versions/ExportMenu.tsx';
import { useBoardFacts, useMe } from '../state/useBoardData.ts';
import { BoardMenu } from './BoardMenu.tsx';
import { People } from './People.tsx';
import { SavedWord } from './SavedWord.tsx';
import { useOpenCompare } from './useOpenCompare.ts';
import { useProject } from './useProject.ts';
import { useUndo } from './useUndo.ts';

const words = texts.board;

type TopBarProps = { readonly showsPanel: boolean; readonly onPanel: () => void };

export function TopBar({ showsPanel, onPanel }: TopBarProps) {
  const compare = useOpenCompare();
  return (
    <header className="z-20 col-span-full flex min-w-0 items-center gap-2 border-line border-b bg-panel px-3">
      <Link href="/projects" aria-label={words.home} className="shrink-0 rounded-2 p-1.5">
        <Mark />
      </Link>
      <Where />
      <SavedWord />
      <span className="flex-1" />
      <UndoButtons />
      <People />
      <span aria-hidden="true" className="mx-1 hidden h-5 w-px bg-line md:block" />
      <Button
        look="quiet"
        className="max-md:hidden"
        disabled={!compare}
        title={compare ? undefined : words.nothingToCompare}
        onClick={() => compare?.()}
      >
        <Columns2 size={15} strokeWidth={1.75} aria-hidden="true" />
        {words.compare}
        <Kbd>Y</Kbd>
      </Button>
      <ExportMenu />
      <ShareButton />
      <BoardMenu />
      <IconButton
        icon={PanelRight}
        label={showsPanel ? words.hidePanel : words.panel}
        aria-expanded={showsPanel}
        onClick={onPanel}
        className="lg:hidden"
      />
    </header>
  );
}

function Where() {
  const me = useMe().data;
  const board = useBoardFacts().data;
  const project = useProject();
  return (
    <nav aria-label={words.where} className="flex min-w-0 items-center gap-1.5 text-13 text-text-2">
      {me && <Crumb href="/projects">{me.studio.name}</Crumb>}
      {project && <Crumb href={`/projects#${project.id}`}>{project.name}</Crumb>}
      {board && (
        <span aria-current="page" className="truncate font-semibold text-text">
          {board.name}
        </span>
      )}
    </nav>
  );
}

function Crumb({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <>
      <Link href={href} className="hidden truncate rounded-1 hover:text-text md:block">
        {children}
      </Link>
      <ChevronRight size={14} aria-hidden="true" className="hidden shrink-0 text-text-3 md:block" />
    </>
  );
}

function UndoButtons() {
  const { undo, redo, canUndo, canRedo } = useUndo();
  return (
    <div className="hidden items-center md:flex">
      <IconButton icon={Undo2} label={words.undo} keys="Ctrl Z" disabled={!canUndo} onClick={undo} />
      <IconButton icon={Redo2} label={words.redo} keys="Ctrl Shift Z" disabled={!canRedo} onClick={redo} />
    </div>
  );
}

function ShareButton() {
  const board = useBoardFacts().data;
  if (!board) return null;
  return (
    <Link
      href={`/links?make=${board.projectId}`}
      className="hidden h-7 shrink-0 items-center gap-1.5 rounded-2 px-2.5 font-medium text-12 shadow-[inset_0_0_0_1px_var(--line-control)] hover:bg-hover sm:inline-flex"
    >
      <Share2 size={15} strokeWidth={1.75} aria-hidden="true" />
      {words.share}
    </Link>
  );
}
