import type { Prisma, Writing } from '@pinpaint/db';
import { bookCharge } from '../charges/bookCharge.ts';
import type { Ctx } from '../ctx.ts';
import { limitProblem } from '../edits/limitProblem.ts';
import type { FrameAt } from '../frames/findFrame.ts';

type Asked = { readonly pin: Prisma.PinModel; readonly frame: FrameAt };

/**
 * Lets a model read a note too, where an operator has set one up and a limit allows it. Nobody waits for it: the
 * words' own reading stands, and stays wherever this comes to nothing.
 */
export async function askReading(
  ctx: Pick<Ctx, 'queue' | 'now' | 'hosted'>,
  { tx }: Writing,
  { pin, frame }: Asked,
): Promise<void> {
  const { reader } = ctx.hosted;
  // What was chosen beside a note says more than its words.
  if (!reader || pin.intent || pin.extend) return;
  const { studioId } = frame;
  const { projectId } = frame.scope;
  const spending = { studioId, projectId, usd: reader.usd, now: ctx.now() };
  if (await limitProblem(tx, spending)) return;
  const chargeId = await bookCharge(tx, { ...spending, kind: 'reading', subjectId: pin.id });
  await ctx.queue.enqueue(tx, 'pin.read', { studioId, pinId: pin.id, chargeId });
}
