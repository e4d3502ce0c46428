import type { Overview, SearchResult, WaitingList } from '../data/types.ts';

export type Findable = {
  readonly key: string;
  readonly kind: 'project' | 'board' | 'frame' | 'pin';
  readonly name: string;
  /** Where it lies, in words. */
  readonly place: string;
  readonly href: string;
};

const shownAtMost = 12;

/** All that this page knows by name: projects, boards, their first pictures, notes that wait. */
export function findables(overview: Overview | undefined, waiting: WaitingList | undefined): Findable[] {
  const projects = overview?.projects ?? [];
  const named = projects.flatMap((project): Findable[] => [
    {
      key: project.id,
      kind: 'project',
      name: project.name,
      place: '',
      href: `/projects#${project.id}`,
    },
    ...project.boards.flatMap((board): Findable[] => [
      { key: board.id, kind: 'board', name: board.name, place: project.name, href: `/boards/${board.id}` },
      ...board.pictures.map(
        (picture): Findable => ({
          key: picture.frameId,
          kind: 'frame',
          name: picture.name,
          place: board.name,
          href: `/boards/${board.id}?frame=${picture.frameId}`,
        }),
      ),
    ]),
  ]);
  const notes = (waiting?.items ?? []).flatMap(({ pin, board, frame }): Findable[] =>
    pin
      ? [
          {
            key: pin.id,
            kind: 'pin',
            name: pin.note,
            place: `${board.name}, ${frame.name}`,
            href: `/boards/${board.id}?pin=${pin.id}`,
          },
        ]
      : [],
  );
  return [...named, ...notes];
}

/** What the server has found among all there is. */
export function asFindables(result: SearchResult | undefined): Findable[] {
  return (result?.items ?? []).map(({ kind, id, text, project, board, frame }) => ({
    key: id,
    kind,
    name: text,
    place: frame && kind === 'pin' ? `${board.name}, ${frame.name}` : (frame ? board : project).name,
    href: kind === 'board' ? `/boards/${id}` : `/boards/${board.id}?${kind}=${id}`,
  }));
}

/** Each once: those whose name begins with the text first, then those that hold it anywhere. */
export function find(some: readonly Findable[], text: string): readonly Findable[] {
  const all = [...new Map(some.map((one) => [one.key, one])).values()];
  const wish = text.trim().toLowerCase();
  if (!wish) return all.filter(({ kind }) => kind === 'board').slice(0, shownAtMost);
  const rank = ({ name }: Findable) => (name.toLowerCase().startsWith(wish) ? 0 : 1);
  return all
    .filter(({ name }) => name.toLowerCase().includes(wish))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, shownAtMost);
}
