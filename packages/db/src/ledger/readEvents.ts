import type { BoardId, LedgerEvent, ProjectId, StudioId } from '@pinpaint/domain';
import type { Db, Tx } from '../createDb.ts';
import type { Prisma } from '../generated/client.ts';

export type StoredEvent = LedgerEvent & { readonly prevHash: string; readonly hash: string };

export type EventScope = {
  readonly projectIds?: readonly ProjectId[];
  readonly boardId?: BoardId;
  readonly topics?: readonly string[];
  readonly subjectId?: string;
  /** Any other condition, as Prisma has it. */
  readonly also?: Prisma.LedgerEventWhereInput;
};

/** An event, and which trace it belongs to; null: to none. */
export type TracedEvent = { readonly event: StoredEvent; readonly traceparent: string | null };

export type EventPage = { readonly after: number; readonly limit: number; readonly scope?: EventScope };

/** Events after `after`, in the chain's order, at most `limit`. */
export async function readEvents(db: Db | Tx, studioId: StudioId, page: EventPage): Promise<StoredEvent[]> {
  return (await readTracedEvents(db, studioId, page)).map(({ event }) => event);
}

/** The same with what is not of the chain. */
export async function readTracedEvents(
  db: Db | Tx,
  studioId: StudioId,
  { after, limit, scope = {} }: EventPage,
): Promise<TracedEvent[]> {
  const rows = await db.ledgerEvent.findMany({
    where: {
      studioId,
      seq: { gt: after },
      ...(scope.projectIds ? { projectId: { in: [...scope.projectIds] } } : {}),
      ...(scope.boardId ? { boardId: scope.boardId } : {}),
      ...(scope.topics ? { topic: { in: [...scope.topics] } } : {}),
      ...(scope.subjectId ? { subjectId: scope.subjectId } : {}),
      ...(scope.also ? { AND: [scope.also] } : {}),
    },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  return rows.map(({ at, actorKind, actorId, subjectKind, subjectId, traceparent, ...row }) => ({
    event: {
      ...row,
      at: at.toISOString(),
      actor: { kind: actorKind, id: actorId },
      subject: { kind: subjectKind, id: subjectId },
    },
    traceparent,
  })) as unknown as TracedEvent[];
}
