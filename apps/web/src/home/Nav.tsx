'use client';

import { FolderKanban, Inbox, LayoutGrid, Link2, Settings, Users } from 'lucide-react';
import { texts } from '../text/texts.ts';
import { Link } from '../ui/Link.tsx';
import { Mark } from '../ui/Mark.tsx';
import { useWaiting } from '../waiting/useWaiting.ts';
import { NavLink } from './NavLink.tsx';
import { useMe } from './useMe.ts';
import { WhoIsIn } from './WhoIsIn.tsx';

export type NavProps = {
  /** On a phone it lies over the page, and goes when one has chosen. */
  readonly onGone?: () => void;
};

export function Nav({ onGone }: NavProps) {
  const me = useMe();
  const waiting = useWaiting();
  const gone = onGone ? { onGone } : {};
  const count = waiting.data?.items.length ?? 0;
  return (
    <nav aria-label={texts.home.navigation} className="flex h-full flex-col overflow-y-auto px-2.5 pb-3">
      <Link
        href="/projects"
        {...(onGone ? { onClick: onGone } : {})}
        className="flex h-14 shrink-0 items-center gap-2.5 px-2 font-semibold text-[14px]"
      >
        <Mark />
        <span className="truncate">{me.data?.studio.name ?? texts.common.product}</span>
      </Link>
      <NavLink href="/projects" icon={LayoutGrid} {...gone}>
        {texts.home.projects}
      </NavLink>
      <NavLink href="/waiting" icon={Inbox} {...gone} {...countOf(count, waiting.data?.isCut)}>
        {texts.home.waiting}
      </NavLink>
      <h2 className="px-2.5 pt-4 pb-1.5 font-medium text-11 text-text-3">{texts.home.studio}</h2>
      <NavLink href="/members" icon={Users} {...gone}>
        {texts.home.members}
      </NavLink>
      <NavLink href="/links" icon={Link2} {...gone}>
        {texts.home.links}
      </NavLink>
      <NavLink href="/projects/archived" icon={FolderKanban} {...gone}>
        {texts.projects.archived}
      </NavLink>
      <span className="min-h-4 flex-1" />
      <NavLink href="/account" icon={Settings} {...gone}>
        {texts.home.account}
      </NavLink>
      <WhoIsIn />
    </nav>
  );
}

function countOf(count: number, isCut = false) {
  return count > 0 ? { count: isCut ? `${count}+` : String(count) } : {};
}
