import { type Tx, writing } from '@pinpaint/db';
import { genesisHash, newId, ok, type PersonId, type Result, type StudioId } from '@pinpaint/domain';
import { cleanEmail } from '../access/cleanEmail.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { ensurePerson } from '../members/ensurePerson.ts';
import type { Problem } from '../problem.ts';

export type CreateStudio = {
  readonly id?: StudioId;
  readonly name: string;
  readonly owner: { readonly email: string; readonly name: string };
};

export type Founded = { readonly studioId: StudioId; readonly ownerId: PersonId };

/** A studio with its first owner, and the beginning of its ledger. An operator does it; no role allows it. */
export async function createStudio(
  ctx: Pick<Ctx, 'db'>,
  wish: CreateStudio,
): Promise<Result<Founded, Problem>> {
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  const ownerName = cleanName(wish.owner.name);
  if (!ownerName.ok) return ownerName;
  const email = cleanEmail(wish.owner.email);
  if (!email.ok) return email;
  const studioId = wish.id ?? newId<StudioId>();
  const owner = await ensurePerson(ctx.db, { email: email.value, name: ownerName.value });
  const found = {
    studioId,
    actor: { kind: 'person' as const, id: owner.id },
    found: async (tx: Tx) => {
      const ledgerHead = { create: { seq: 0, hash: genesisHash(studioId) } };
      await tx.studio.create({ data: { id: studioId, name: name.value, ledgerHead } });
    },
  };
  return writing(ctx.db, found, async ({ tx, record }) => {
    const member = await tx.member.create({
      data: { id: newId(), studioId, personId: owner.id, role: 'owner' },
    });
    record({
      topic: 'studio.created',
      subject: { kind: 'studio', id: studioId },
      texts: { name: name.value },
    });
    record({
      topic: 'member.added',
      subject: { kind: 'member', id: member.id },
      payload: { personId: owner.id, role: 'owner' },
    });
    return ok({ studioId, ownerId: owner.id });
  });
}
