import { newId, type TokenId } from '@pinpaint/domain';
import { newSecret } from '../access/secrets.ts';
import type { Ctx } from '../ctx.ts';

export type OperatorToken = { readonly id: TokenId; readonly secret: string };

/** For an operator's own worker, which serves every studio. It is in no studio's ledger, since it is none's. */
export async function makeOperatorToken(
  ctx: Pick<Ctx, 'db'>,
  { name }: { readonly name: string },
): Promise<OperatorToken> {
  const { secret, hash } = newSecret('worker');
  const id = newId<TokenId>();
  await ctx.db.workerToken.create({ data: { id, studioId: null, name, hash } });
  return { id, secret };
}
