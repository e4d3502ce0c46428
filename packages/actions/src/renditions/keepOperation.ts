import type { Ctx } from '../ctx.ts';
import type { FilmOperation } from './filmOperation.ts';

/** From here on whoever takes up this film waits for it, and asks for no other. */
export async function keepOperation(
  { db }: Pick<Ctx, 'db'>,
  { renditionId, operation }: { readonly renditionId: string; readonly operation: FilmOperation },
): Promise<void> {
  await db.rendition.update({ where: { id: renditionId }, data: { operation } });
}
