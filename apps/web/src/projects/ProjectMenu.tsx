'use client';

import { may } from '@pinpaint/domain';
import { Archive, ArchiveRestore, Ellipsis, Link2, Settings2, UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import type { OverviewProject } from '../data/types.ts';
import { texts } from '../text/texts.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { ProjectSettings } from './ProjectSettings.tsx';
import { useProjectChanges } from './useProjectChanges.ts';

/** What can be done with a project as a whole, by whom it can be done. */
export function ProjectMenu({ project }: { readonly project: OverviewProject }) {
  const router = useRouter();
  const [isSetting, setSetting] = useState(false);
  const { archiveProject } = useProjectChanges();
  const { id, name, role, archivedAt } = project;
  const { settings, invite, makeLink, archive, takeOut, moreFor } = texts.projects;
  const item = (isThere: boolean, entry: MenuItem) => (isThere ? [entry] : []);
  const items = [
    ...item(may(role, 'project.manage'), {
      label: settings,
      icon: Settings2,
      onSelect: () => setSetting(true),
    }),
    ...item(may(role, 'member.manage'), {
      label: invite,
      icon: UserPlus,
      onSelect: () => router.push(`/members?invite=${id}`),
    }),
    ...item(may(role, 'link.manage') && !archivedAt, {
      label: makeLink,
      icon: Link2,
      onSelect: () => router.push(`/links?make=${id}`),
    }),
    ...item(may(role, 'project.manage'), {
      label: archivedAt ? takeOut : archive,
      icon: archivedAt ? ArchiveRestore : Archive,
      onSelect: () => archiveProject(project, !archivedAt),
    }),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Menu items={items} align="start">
        <IconButton icon={Ellipsis} label={moreFor(name)} className="size-11 md:size-7" />
      </Menu>
      {isSetting && <ProjectSettings project={project} onClose={() => setSetting(false)} />}
    </>
  );
}
