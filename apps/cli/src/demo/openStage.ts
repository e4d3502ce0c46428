import { type BoardId, newId, type ProjectId } from '@pinpaint/domain';
import type { ApiClient } from '../api/ApiClient.ts';
import { made } from './schemas.ts';

/** The people of the demo, and where they meet. */
export type Stage = {
  readonly artist: ApiClient;
  readonly director: ApiClient;
  /** Without a token, as a client is until they come in by a link. */
  readonly nobody: ApiClient;
  readonly projectId: string;
  readonly boardId: string;
};

/** A project of the run's own, in which nothing starts by itself: each step is somebody's. */
export async function openStage(people: Pick<Stage, 'artist' | 'director' | 'nobody'>): Promise<Stage> {
  const projectId = newId<ProjectId>();
  const boardId = newId<BoardId>();
  const { artist } = people;
  await artist.post(
    '/projects',
    { id: projectId, name: 'Headless demo', policy: { start: 'by-hand' } },
    made,
  );
  await artist.post(`/projects/${projectId}/boards`, { id: boardId, name: 'Cases' }, made);
  return { ...people, projectId, boardId };
}
