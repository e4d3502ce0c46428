import type { Db } from '@pinpaint/db';
import { type BoardId, newId, type ProjectId, type StudioId } from '@pinpaint/domain';
import type { BoardAt } from '../../rooms/boardStore.ts';

/** An empty one, of a studio of its own. */
export async function aBoard(db: Db): Promise<BoardAt> {
  const [studioId, boardId, projectId] = [newId<StudioId>(), newId<BoardId>(), newId<ProjectId>()];
  await db.studio.create({ data: { id: studioId, name: 'Ours' } });
  await db.project.create({ data: { id: projectId, studioId, name: 'P', policy: {} } });
  await db.board.create({ data: { id: boardId, studioId, projectId, name: 'B' } });
  return { studioId, boardId };
}
