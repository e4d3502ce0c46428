import type { Prisma } from '@pinpaint/db';
import type { TokenId, WorkerId } from '@pinpaint/domain';

export type WorkerToken = {
  readonly id: TokenId;
  readonly name: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  /** Those that came in with it. */
  readonly workers: readonly SeenWorker[];
};

export type SeenWorker = {
  readonly id: WorkerId;
  readonly name: string;
  readonly seenAt: string;
  readonly isDraining: boolean;
};

/** The secret is null unless it was made just now: only its hash is kept. */
export type MadeWorkerToken = { readonly token: WorkerToken; readonly secret: string | null };

export type WorkerTokenRow = Prisma.WorkerTokenModel & { readonly workers: readonly Prisma.WorkerModel[] };

export function toWorkerToken(row: WorkerTokenRow): WorkerToken {
  return {
    id: row.id as TokenId,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    workers: row.workers.map((worker) => ({
      id: worker.id as WorkerId,
      name: worker.name,
      seenAt: worker.seenAt.toISOString(),
      isDraining: worker.drainingAt !== null,
    })),
  };
}
