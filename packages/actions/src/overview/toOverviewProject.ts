import type { Prisma } from '@pinpaint/db';
import { type ActorRole, type FrameId, may, type PixelSize, type VersionId } from '@pinpaint/domain';
import { type Board, toBoard } from '../boards/toBoard.ts';
import { type Project, toProject } from '../projects/toProject.ts';
import type { BoardFacts } from './boardFacts.sql.ts';
import type { BoardPicture } from './boardPictures.sql.ts';
import type { OpenLinks } from './openLinks.sql.ts';

export type OverviewProject = Project & {
  /** What the reader is in it. */
  readonly role: ActorRole;
  /** null for those who may not know of links. */
  readonly links: { readonly open: number; readonly openedAt: string | null } | null;
  /** Oldest first. */
  readonly boards: readonly OverviewBoard[];
};

export type OverviewBoard = Board & {
  readonly frames: number;
  readonly approved: number;
  readonly toDecide: number;
  /** The next three are null for clients: how the house works is its own business. */
  readonly openPins: number | null;
  readonly running: number | null;
  readonly lastAt: string | null;
  /** The first few frames, in their order. */
  readonly pictures: readonly OverviewPicture[];
};

export type OverviewPicture = {
  readonly frameId: FrameId;
  readonly number: number;
  readonly name: string;
  /** null while it is being prepared. */
  readonly size: PixelSize | null;
  /** Whose thumbnail to show; null: the frame's own. */
  readonly versionId: VersionId | null;
};

type ProjectRow = Prisma.ProjectModel & { readonly boards: readonly Prisma.BoardModel[] };

type Known = {
  readonly role: ActorRole;
  readonly facts: ReadonlyMap<string, BoardFacts>;
  readonly pictures: readonly BoardPicture[];
  readonly links: ReadonlyMap<string, OpenLinks>;
};

export function toOverviewProject(row: ProjectRow, known: Known): OverviewProject {
  const { role } = known;
  const links = known.links.get(row.id);
  const seenLinks = { open: links?.open ?? 0, openedAt: links?.openedAt?.toISOString() ?? null };
  return {
    ...toProject(row, role),
    role,
    links: may(role, 'link.read') ? seenLinks : null,
    boards: row.boards.map((board) => toOverviewBoard(board, known)),
  };
}

function toOverviewBoard(row: Prisma.BoardModel, { role, facts, pictures }: Known): OverviewBoard {
  const { frames, approved, toDecide, ...house } = facts.get(row.id) ?? nothing;
  const isHouse = may(role, 'event.read');
  return {
    ...toBoard(row),
    frames,
    approved,
    toDecide,
    openPins: isHouse ? house.openPins : null,
    running: isHouse ? house.running : null,
    lastAt: isHouse ? (house.lastAt?.toISOString() ?? null) : null,
    pictures: pictures.filter(({ boardId }) => boardId === row.id).map(toPicture),
  };
}

const nothing = { frames: 0, approved: 0, toDecide: 0, openPins: 0, running: 0, lastAt: null } as const;

function toPicture({ id, number, name, width, height, versionId, bounds }: BoardPicture): OverviewPicture {
  const size = bounds ?? (width && height ? { width, height } : null);
  return {
    frameId: id as FrameId,
    number,
    name,
    size: size && { width: size.width, height: size.height },
    versionId: versionId as VersionId | null,
  };
}
