import { type Prisma, writing } from '@pinpaint/db';
import { type Intent, ok, type PinId, type Result, type StudioId } from '@pinpaint/domain';
import { systemActor } from '../access/systemActor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrameRow } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';
import type { ModelReading } from './toModelReading.ts';

export type KeepReading = {
  readonly studioId: StudioId;
  readonly pinId: PinId;
  readonly chargeId: string;
  readonly model: string;
  /** null: it came to nothing. */
  readonly intent: Intent | null;
  /** undefined: nobody knows, so what was booked counts. */
  readonly usd: number | undefined;
};

/** Books what a reading has cost, and lets it stand where nobody has done anything about the note meanwhile. */
export async function keepReading(
  { db }: Pick<Ctx, 'db'>,
  { studioId, pinId, chargeId, model, intent, usd }: KeepReading,
): Promise<Result<null, Problem>> {
  return writing(db, { studioId, actor: systemActor }, async ({ tx, record }) => {
    const pin = await tx.pin.findFirst({
      where: { id: pinId, studioId },
      include: { _count: { select: { edits: true } } },
    });
    const frame =
      pin && (await findFrameRow(tx, studioId, pin.frameId as Parameters<typeof findFrameRow>[2]));
    if (!pin || !frame) return problem('pin.not-found', { pinId });
    const charge =
      usd === undefined
        ? await tx.charge.findUnique({ where: { id: chargeId } })
        : await tx.charge.update({ where: { id: chargeId }, data: { usd } });
    const isUntouched = !pin.intent && pin.state === 'open' && pin._count.edits === 0;
    const stands = intent !== null && isUntouched;
    if (stands) {
      const reading: ModelReading = { intent, model };
      await tx.pin.update({
        where: { id: pinId },
        data: { reading: reading as unknown as Prisma.InputJsonValue },
      });
    }
    record({
      topic: 'pin.read',
      subject: { kind: 'pin', id: pinId },
      scope: frame.scope,
      payload: { model, usd: charge?.usd ?? null, stands, wish: intent?.wish?.kind ?? null },
    });
    return ok(null);
  });
}
