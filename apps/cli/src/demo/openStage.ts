import { type BoardId, newId, type ProjectId } from '@pinpaint/domain';
import { ApiClient } from '../api/ApiClient.ts';
import { made } from './schemas.ts';
import type { Target } from './throwAwayStack.ts';

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
export async function openStage({ url, artist, director }: Target): Promise<Stage> {
  const people = {
    artist: new ApiClient(url, artist),
    director: new ApiClient(url, director),
    nobody: new ApiClient(url, null),
  };
  const projectId = newId<ProjectId>();
  const boardId = newId<BoardId>();
  const project = { id: projectId, name: 'Headless demo', policy: { start: 'by-hand' } };
  await people.artist.post('/projects', project, made);
  await people.artist.post(`/projects/${projectId}/boards`, { id: boardId, name: 'Cases' }, made);
  return { ...people, projectId, boardId };
}
