import type { Db, Prisma, Tx } from '@pinpaint/db';
import type { BoardId, FrameId, ProjectId, SeriesId, VersionId } from '@pinpaint/domain';

/** An ordered group of frames of one project. */
export type Series = {
  readonly id: SeriesId;
  readonly projectId: ProjectId;
  readonly name: string;
  /** In their order; without those that were taken off their boards. */
  readonly frames: readonly SeriesMember[];
  readonly createdAt: string;
};

type SeriesMember = {
  readonly frameId: FrameId;
  readonly boardId: BoardId;
  readonly number: number;
  readonly name: string;
  /** Of a derived frame: what it began as. */
  readonly base: { readonly frameId: FrameId; readonly versionId: VersionId } | null;
};

export const seriesParts = {
  frames: {
    where: { frame: { archivedAt: null } },
    orderBy: { position: 'asc' },
    include: { frame: { include: { baseVersion: { select: { id: true, frameId: true } } } } },
  },
} as const satisfies Prisma.SeriesInclude;

export type SeriesRow = Prisma.SeriesGetPayload<{ include: typeof seriesParts }>;

export async function viewSeries(db: Db | Tx, id: string): Promise<Series> {
  return toSeries(await db.series.findUniqueOrThrow({ where: { id }, include: seriesParts }));
}

export function toSeries({ id, projectId, name, frames, createdAt }: SeriesRow): Series {
  return {
    id: id as SeriesId,
    projectId: projectId as ProjectId,
    name,
    frames: frames.map(({ frame }) => toMember(frame)),
    createdAt: createdAt.toISOString(),
  };
}

function toMember(frame: SeriesRow['frames'][number]['frame']): SeriesMember {
  const { baseVersion } = frame;
  return {
    frameId: frame.id as FrameId,
    boardId: frame.boardId as BoardId,
    number: frame.number,
    name: frame.name,
    base: baseVersion && {
      frameId: baseVersion.frameId as FrameId,
      versionId: baseVersion.id as VersionId,
    },
  };
}
