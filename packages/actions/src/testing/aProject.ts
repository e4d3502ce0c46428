import { type BoardId, newId, type ProjectId } from '@pinpaint/domain';
import { createBoard } from '../boards/createBoard.ts';
import type { Board } from '../boards/toBoard.ts';
import type { Ctx } from '../ctx.ts';
import { createProject } from '../projects/createProject.ts';
import type { Project } from '../projects/toProject.ts';
import type { TestStudio } from './aStudio.ts';
import { valueFrom } from './valueFrom.ts';

export async function aProject(
  ctx: Ctx,
  { people }: TestStudio,
  { id = newId<ProjectId>(), name = 'Project' } = {},
): Promise<Project> {
  return valueFrom(await createProject(ctx, people.owner.actor, { id, name }));
}

/** @param projectId one is made when none is given. */
export async function aBoard(
  ctx: Ctx,
  studio: TestStudio,
  { id = newId<BoardId>(), name = 'Board', projectId }: BoardWish = {},
): Promise<Board> {
  const project = projectId ?? (await aProject(ctx, studio)).id;
  return valueFrom(await createBoard(ctx, studio.people.owner.actor, { id, name, projectId: project }));
}

type BoardWish = { readonly id?: BoardId; readonly name?: string; readonly projectId?: ProjectId };
