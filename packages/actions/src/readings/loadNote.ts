import type { Ctx } from '../ctx.ts';

/** The note that is to be read; null: somebody has said already what it means, or it is gone. */
export async function loadNote(
  { db }: Pick<Ctx, 'db'>,
  { studioId, pinId }: { readonly studioId: string; readonly pinId: string },
): Promise<string | null> {
  const pin = await db.pin.findFirst({
    where: { id: pinId, studioId },
    select: { note: true, intent: true },
  });
  return pin && !pin.intent ? pin.note : null;
}
