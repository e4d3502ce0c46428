import type { Db, Tx } from '@pinpaint/db';
import type { EditState } from '@pinpaint/domain';

/** Those that came to nothing don't keep anybody from carrying the edit again. */
const standing: readonly EditState[] = ['queued', 'running', 'proposed', 'accepted'];

export type CarriedRow = {
  readonly id: string;
  readonly frameId: string;
  readonly pinId: string | null;
  readonly state: EditState;
  readonly progress: number;
};

/** The edits that repeat one in other frames, the newest of each frame; standing ones before those that ended. */
export async function carriedEdits(
  db: Db | Tx,
  { studioId, editId }: { readonly studioId: string; readonly editId: string },
): Promise<ReadonlyMap<string, CarriedRow>> {
  const rows = await db.edit.findMany({
    where: { studioId, carriedFromId: editId },
    orderBy: { id: 'asc' },
    select: { id: true, frameId: true, pinId: true, state: true, progress: true },
  });
  const ended = rows.filter((row) => !stands(row.state));
  const alive = rows.filter((row) => stands(row.state));
  return new Map([...ended, ...alive].map((row) => [row.frameId, row]));
}

export function stands(state: EditState): boolean {
  return standing.includes(state);
}
