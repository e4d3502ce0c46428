import {
  type MemberId,
  newId,
  type PersonId,
  type Role,
  roles,
  type StudioId,
  type TokenId,
} from '@pinpaint/domain';
import type { PersonActor } from '../access/actor.ts';
import { loadPerson } from '../access/loadPerson.ts';
import type { Ctx } from '../ctx.ts';
import { addMember } from '../members/addMember.ts';
import { createStudio } from '../studios/createStudio.ts';
import { makeToken } from '../tokens/makeToken.ts';
import { valueFrom } from './valueFrom.ts';

export type TestPerson = {
  readonly email: string;
  readonly actor: PersonActor;
  /** For `Authorization: Bearer …`. */
  readonly token: string;
};

export type TestStudio = {
  readonly studioId: StudioId;
  /** One person a role, each with a token. */
  readonly people: Readonly<Record<Role, TestPerson>>;
  /** Each person's membership. */
  readonly memberIds: Readonly<Record<Role, MemberId>>;
};

type NeedsDb = Pick<Ctx, 'db' | 'now'>;

/** A studio of its own, made by the actions that make real ones. */
export async function aStudio(ctx: Ctx, { name = 'Studio' } = {}): Promise<TestStudio> {
  const mark = newId<StudioId>().slice(-12);
  const emailOf = (role: Role) => `${role}-${mark}@example.test`;
  const owner = { email: emailOf('owner'), name: 'owner' };
  const { studioId, ownerId } = valueFrom(await createStudio(ctx, { name, owner }));
  const ownerActor = await personActor(ctx, studioId, ownerId);
  const people = new Map<Role, TestPerson>();
  const memberIds = new Map<Role, MemberId>();
  for (const role of roles) {
    const email = emailOf(role);
    if (role !== 'owner') {
      const wish = { id: newId<MemberId>(), email, name: role, role, projectId: null };
      valueFrom(await addMember(ctx, ownerActor, wish));
    }
    const { id, personId } = await ctx.db.member.findFirstOrThrow({ where: { studioId, person: { email } } });
    memberIds.set(role, id as MemberId);
    people.set(role, await aPerson(ctx, studioId, { personId: personId as PersonId, email }));
  }
  return { studioId, people: asRecord(people), memberIds: asRecord(memberIds) };
}

/** A member, whatever their roles, with a token. */
export async function aPerson(
  ctx: NeedsDb,
  studioId: StudioId,
  { personId, email }: { readonly personId: PersonId; readonly email: string },
): Promise<TestPerson> {
  const actor = await personActor(ctx, studioId, personId);
  const wish = { id: newId<TokenId>(), name: 'test', expiresAt: null };
  const { secret } = valueFrom(await makeToken(ctx, actor, wish));
  return { email, actor, token: secret ?? '' };
}

async function personActor(ctx: NeedsDb, studioId: StudioId, personId: PersonId): Promise<PersonActor> {
  const actor = await loadPerson(ctx.db, { studioId, personId });
  if (!actor) throw new Error(`${personId} is no member of ${studioId}`);
  return actor;
}

function asRecord<T>(byRole: ReadonlyMap<Role, T>): Record<Role, T> {
  return Object.fromEntries(byRole) as Record<Role, T>;
}
