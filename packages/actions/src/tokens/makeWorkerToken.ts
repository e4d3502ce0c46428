import { writing } from '@pinpaint/db';
import { ok, type Result, type TokenId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import { permit } from '../access/permit.ts';
import { newSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';
import { type Problem, problem } from '../problem.ts';
import { type MadeWorkerToken, toWorkerToken } from './toWorkerToken.ts';

export type MakeWorkerToken = { readonly id: TokenId; readonly name: string };

/** Lets an engine worker in, to work for this studio alone. */
export async function makeWorkerToken(
  ctx: Pick<Ctx, 'db' | 'now'>,
  actor: Actor,
  wish: MakeWorkerToken,
): Promise<Result<MadeWorkerToken, Problem>> {
  const { studioId } = actor;
  const allowed = permit(actor, 'worker.manage', {}, 'studio.not-found');
  if (!allowed.ok) return allowed;
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  return writing<MadeWorkerToken, Problem>(
    ctx.db,
    { studioId, actor: deedActor(actor) },
    async ({ tx, record }) => {
      const sent = await tx.workerToken.findUnique({ where: { id: wish.id }, include: { workers: true } });
      if (sent) {
        const same = sent.studioId === studioId && sent.name === name.value;
        return same ? ok({ token: toWorkerToken(sent), secret: null }) : problem('token.id-taken');
      }
      const { secret, hash } = newSecret('worker');
      const token = await tx.workerToken.create({ data: { id: wish.id, studioId, name: name.value, hash } });
      record({
        topic: 'worker.token-made',
        subject: { kind: 'worker', id: token.id },
        texts: { name: name.value },
      });
      return ok({ token: toWorkerToken({ ...token, workers: [] }), secret });
    },
  );
}
