import type { Prisma } from '@pinpaint/db';
import { type ActorRole, may, type ProjectId } from '@pinpaint/domain';

export type ProjectPolicy = {
  /** May an edit start by itself where the note reads confidently and costs nothing? */
  readonly start: 'by-hand' | 'confident';
  /** What one of its edits may cost. Of each limit: null or left out, there is none. */
  readonly usdPerEdit?: number | null | undefined;
  /** What its edits may cost together in 24 hours. */
  readonly usdPerDay?: number | null | undefined;
  /** And in all; discarded ones count too. */
  readonly usdLimit?: number | null | undefined;
};

export type Project = {
  readonly id: ProjectId;
  readonly name: string;
  /** null for clients: engines are the house's business. */
  readonly policy: ProjectPolicy | null;
  readonly createdAt: string;
  readonly archivedAt: string | null;
};

/** @param reader the role in this project of whoever gets to see it. */
export function toProject(row: Prisma.ProjectModel, reader: ActorRole): Project {
  return {
    id: row.id as ProjectId,
    name: row.name,
    policy: may(reader, 'edit.read') ? (row.policy as ProjectPolicy) : null,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}
