'use client';

import { sessionApi } from '../data/api.ts';
import { useChange } from '../home/useChange.ts';
import { texts } from '../text/texts.ts';
import { toast } from '../ui/Toasts.tsx';

type Named = { readonly id: string; readonly name: string };

const touches = ['overview', 'waiting'];

/** Renames and archives, each with its way back. */
export function useProjectChanges() {
  const { change, isPending } = useChange();
  const patch = (path: string, body: object, says: string, undo: () => void) =>
    change({ run: () => sessionApi.patch(path, body), touches, done: () => toast({ says, undo }) });
  const rename = (path: string, from: string, name: string) =>
    patch(path, { name }, texts.projects.wasRenamed(name), () => rename(path, name, from));
  const archive = (path: string, name: string, archived: boolean) => {
    const { wasArchived, wasTakenOut } = texts.projects;
    const says = archived ? wasArchived(name) : wasTakenOut(name);
    patch(path, { archived }, says, () => archive(path, name, !archived));
  };
  return {
    isPending,
    renameBoard: ({ id, name }: Named, next: string) => rename(`/boards/${id}`, name, next),
    renameProject: ({ id, name }: Named, next: string) => rename(`/projects/${id}`, name, next),
    archiveBoard: ({ id, name }: Named, archived: boolean) => archive(`/boards/${id}`, name, archived),
    archiveProject: ({ id, name }: Named, archived: boolean) => archive(`/projects/${id}`, name, archived),
  };
}
