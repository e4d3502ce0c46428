import { type BoardId, newId } from '@pinpaint/domain';
import { QueryClient } from '@tanstack/react-query';
import { expect, it, onTestFinished } from 'vitest';
import { createBoardStore } from './boardStore.ts';
import { keepAccess } from './keepAccess.ts';

/** A screen whose room has let somebody in to write, as the API has told who they are. */
function aScreen() {
  const [store, queries, boardId] = [createBoardStore(), new QueryClient(), newId<BoardId>()];
  const access = keepAccess({ store, queries, boardId });
  onTestFinished(access.stop);
  const hearRole = (studioRole: string) => queries.setQueryData(['me'], { studioRole, projectRoles: [] });
  const askAgain = (studioRole: string) =>
    queries.fetchQuery({ queryKey: ['me'], queryFn: async () => ({ studioRole, projectRoles: [] }) });
  queries.setQueryData(['boards', boardId], { projectId: 'p' });
  hearRole('artist');
  access.hearPass('write');
  return { access, hearRole, askAgain, now: () => store.getState().access };
}

it('takes writing away as soon as the API says so', () => {
  const { hearRole, now } = aScreen();
  hearRole('viewer');
  expect(now()).toBe('read');
});

it('gives it back when the room does, whatever the API had said before it is asked again', async () => {
  const { access, hearRole, askAgain, now } = aScreen();
  hearRole('viewer');
  access.hearPass('write');
  const answer = askAgain('artist');
  expect(now()).toBe('write');
  await answer;
  expect(now()).toBe('write');
});

it('gives it back too when an answer that was older than the room’s word is followed by a newer one', () => {
  const { access, hearRole, now } = aScreen();
  access.hearPass('read');
  access.hearPass('write');
  hearRole('viewer');
  hearRole('artist');
  expect(now()).toBe('write');
});

it('never gives more than the room does', () => {
  const { access, hearRole, now } = aScreen();
  access.hearPass('read');
  hearRole('artist');
  expect(now()).toBe('read');
});
