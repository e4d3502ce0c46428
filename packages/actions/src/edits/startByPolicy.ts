import type { Prisma, Writing } from '@pinpaint/db';
import { confidentReading, type EditId, isFree, newId, type Region, type StudioId } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import type { FrameAt } from '../frames/findFrame.ts';
import { kitNames } from '../kit/kitNames.ts';
import { readingOf } from '../pins/readingOf.ts';
import type { ProjectPolicy } from '../projects/toProject.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { queueEdit } from './queueEdit.ts';

type Placed = {
  readonly pin: Prisma.PinModel;
  readonly frame: FrameAt;
  /** Who placed it: it counts as theirs in the queue. */
  readonly by: string;
};

/**
 * Starts what costs nothing and reads clearly, where the project wants that. It ends with a candidate that
 * somebody has to accept. Whatever stands against it only means that a person starts it by hand.
 */
export async function startByPolicy(ctx: Ctx, writing: Writing, { pin, frame, by }: Placed): Promise<void> {
  const project = await writing.tx.project.findFirst({
    where: { id: frame.scope.projectId, studioId: frame.studioId },
    select: { policy: true },
  });
  if ((project?.policy as ProjectPolicy | undefined)?.start !== 'confident') return;
  const at = { studioId: frame.studioId, projectId: frame.scope.projectId };
  const intent = readingOf(pin, await kitNames(writing.tx, at));
  if (!intent.wish || intent.confidence < confidentReading) return;
  // Nobody has shown yet what it is to match.
  if (intent.wish.kind === 'match' && !intent.wish.at && !intent.wish.picture) return;
  // Nor how it is to lie.
  if (intent.wish.kind === 'place' && !intent.wish.placement) return;
  const engines = await measuredEngines(writing.tx, {
    studioId: frame.studioId as StudioId,
    now: ctx.now(),
  });
  await queueEdit(ctx, writing, {
    id: newId<EditId>(),
    pin,
    frame,
    region: pin.region as Region,
    intent,
    engines: engines.filter(isFree),
    strength: 1,
    variants: 1,
    growPx: null,
    featherPx: null,
    retryOfId: null,
    by,
    byPolicy: true,
  });
}
