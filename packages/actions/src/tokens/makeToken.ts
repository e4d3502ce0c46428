import { writing } from '@pinpaint/db';
import { ok, type Result, type TokenId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import { mayAnywhere } from '../access/projectScope.ts';
import { newSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type MadeToken, toToken } from './toToken.ts';

export type MakeToken = {
  readonly id: TokenId;
  readonly name: string;
  /** null: until it is revoked. */
  readonly expiresAt: Date | null;
};

/** A token of one's own. It may what its person may, at each moment. */
export async function makeToken(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: MakeToken,
): Promise<Result<MadeToken, Problem>> {
  if (actor.kind === 'guest' || !mayAnywhere(actor, 'token.manage')) return problem('studio.not-found');
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  if (wish.expiresAt && wish.expiresAt <= ctx.now()) return problem('expiry.past');
  const { studioId, personId } = actor;
  return writing<MadeToken, Problem>(
    ctx.db,
    { studioId, actor: deedActor(actor) },
    async ({ tx, record }) => {
      const sent = await tx.apiToken.findUnique({ where: { id: wish.id } });
      if (sent) {
        const same = sent.studioId === studioId && sent.personId === personId && sent.name === name.value;
        return same ? ok({ token: toToken(sent), secret: null }) : problem('token.id-taken');
      }
      const { secret, hash } = newSecret('person');
      const token = await tx.apiToken.create({
        data: { id: wish.id, studioId, personId, name: name.value, hash, expiresAt: wish.expiresAt },
      });
      record({
        topic: 'token.made',
        subject: { kind: 'token', id: token.id },
        payload: { personId },
        texts: { name: name.value },
      });
      return ok({ token: toToken(token), secret });
    },
  );
}
