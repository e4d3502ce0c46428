import type { Ctx } from '../ctx.ts';
import type { TakenStep } from './takeStep.ts';

type GivenBack = Pick<TakenStep, 'studioId' | 'renditionId' | 'startedAt'> & {
  /** A renderer that has to go: nobody's failed attempt. */
  readonly isOwnWill: boolean;
};

/** The step waits again. Nobody's any more when another renderer has it meanwhile. */
export async function giveBackStep({ db }: Pick<Ctx, 'db'>, step: GivenBack): Promise<void> {
  const { studioId, renditionId: id, startedAt, isOwnWill } = step;
  await db.rendition.updateMany({
    where: { id, studioId, state: 'queued', startedAt },
    data: { beatAt: null, progress: 0, ...(isOwnWill && { attempts: { decrement: 1 } }) },
  });
}
