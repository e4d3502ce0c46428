import type { Prisma } from '@pinpaint/db';
import type { BoardId, ProjectId } from '@pinpaint/domain';

export type Board = {
  readonly id: BoardId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly createdAt: string;
  readonly archivedAt: string | null;
};

export function toBoard(row: Prisma.BoardModel): Board {
  return {
    id: row.id as BoardId,
    projectId: row.projectId as ProjectId,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}
