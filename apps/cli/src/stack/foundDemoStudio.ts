import {
  addMember,
  createBoard,
  createProject,
  createStudio,
  demoAddress,
  loadPerson,
  makeLink,
  makeToken,
  type Problem,
} from '@pinpaint/actions';
import type { Db } from '@pinpaint/db';
import {
  type BoardId,
  type FrameId,
  type LinkId,
  type MemberId,
  newId,
  type PersonId,
  type ProjectId,
  type Result,
  type Role,
  type StudioId,
  type TokenId,
} from '@pinpaint/domain';
import type { Access } from './access.ts';
import { demoPictures } from './demoPictures.ts';

type DemoCtx = { readonly db: Db; readonly now: () => Date };

const demoRoles = ['owner', 'director', 'artist'] as const satisfies readonly Role[];

/** A studio to try things in: a person a role, a project that starts confident edits by itself, a board, a client's link. */
export async function foundDemoStudio(ctx: DemoCtx): Promise<Access> {
  const studioId = newId<StudioId>();
  const address = (role: Role) => demoAddress(studioId, role);
  await valueFrom(
    createStudio(ctx, {
      id: studioId,
      name: 'Demo studio',
      owner: { email: address('owner'), name: 'Owner' },
    }),
  );
  const ownerId = (await personOf(ctx, address('owner'))) as PersonId;
  const owner = await actorOf(ctx, studioId, ownerId);
  const people = [];
  for (const role of demoRoles) {
    if (role !== 'owner') {
      const name = role[0]?.toUpperCase() + role.slice(1);
      await valueFrom(
        addMember(ctx, owner, { id: newId<MemberId>(), email: address(role), name, role, projectId: null }),
      );
    }
    const actor = await actorOf(ctx, studioId, await personOf(ctx, address(role)));
    const made = await valueFrom(
      makeToken(ctx, actor, { id: newId<TokenId>(), name: 'Demo', expiresAt: null }),
    );
    people.push({ role, token: made.secret ?? '' });
  }
  const projectId = newId<ProjectId>();
  const boardId = newId<BoardId>();
  await valueFrom(
    createProject(ctx, owner, { id: projectId, name: 'Demo project', policy: { start: 'confident' } }),
  );
  await valueFrom(createBoard(ctx, owner, { id: boardId, projectId, name: 'Autumn film' }));
  const link = {
    projectId,
    boardId: null,
    name: 'Client',
    mayComment: true,
    maySignOff: true,
    password: null,
    asksCode: false,
    expiresAt: null,
  };
  const made = await valueFrom(makeLink(ctx, owner, { id: newId<LinkId>(), ...link }));
  const frames = demoPictures.map((picture) => ({ id: newId<FrameId>(), ...picture }));
  return { studioId, projectId, boardId, people, reviewToken: made.secret ?? '', frames };
}

async function personOf({ db }: DemoCtx, email: string): Promise<PersonId> {
  return (await db.person.findUniqueOrThrow({ where: { email } })).id as PersonId;
}

async function actorOf({ db }: DemoCtx, studioId: StudioId, personId: PersonId) {
  const actor = await loadPerson(db, { studioId, personId });
  if (!actor) throw new Error(`${personId} is no member of the studio that was just made`);
  return actor;
}

/** Of a studio made by ourselves nothing is refused; if something is, it is a bug. */
async function valueFrom<T>(result: Promise<Result<T, Problem>>): Promise<T> {
  const made = await result;
  if (!made.ok) throw new Error(`The demo studio can't be made: ${made.error.code}`);
  return made.value;
}
