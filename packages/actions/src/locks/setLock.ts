import { writing } from '@pinpaint/db';
import { type FrameId, type LockId, ok, type Region, type Result, regionProblem } from '@pinpaint/domain';
import { type Actor, deedActor, personIdOf } from '../access/actor.ts';
import { cleanName } from '../access/cleanName.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import { maskProblem } from '../masks/maskProblem.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { createLock, regionText } from './createLock.ts';
import { type Lock, toLock } from './toLock.ts';

export type SetLock = {
  readonly id: LockId;
  readonly frameId: FrameId;
  readonly name: string;
  readonly region: Region;
};

/** Each lock is rasterised for every edit; more than this is a mask, and better drawn as one. */
const locksPerFrame = 100;

/** Holds a region still, from now on and for everybody. What is a point or nothing holds nothing, so it is refused. */
export async function setLock(ctx: Ctx, actor: Actor, wish: SetLock): Promise<Result<Lock, Problem>> {
  const name = cleanName(wish.name);
  if (!name.ok) return name;
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async ({ tx, record }) => {
    const found = await findFrame(tx, actor, { frameId: wish.frameId, action: 'lock.set' });
    if (!found.ok) return found;
    const sent = await tx.lock.findFirst({ where: { id: wish.id } });
    if (sent) {
      // One that was removed meanwhile holds nothing any more, so it can't answer for a new one.
      const same =
        sent.frameId === wish.frameId &&
        !sent.removedAt &&
        regionText(sent.region as Region) === regionText(wish.region);
      return same ? ok(toLock(sent)) : problem('lock.id-taken', { id: wish.id });
    }
    const version = await newestVersion(tx, wish.frameId);
    if (!version) return problem('frame.not-ready', { state: found.value.state });
    if (wish.region.kind === 'point' || wish.region.kind === 'none') return problem('region.empty');
    const wrong =
      regionProblem(wish.region, version.bounds) ??
      (await maskProblem(ctx, tx, { studioId: actor.studioId, region: wish.region }));
    if (wrong) return problem(wrong);
    const count = await tx.lock.count({ where: { frameId: wish.frameId, removedAt: null } });
    if (count >= locksPerFrame) return problem('lock.limit', { limit: locksPerFrame });
    const { id, region } = wish;
    const lock = await createLock(
      { tx, record },
      { id, frame: found.value, name: name.value, region, by: personIdOf(actor), now: ctx.now() },
    );
    return ok(toLock(lock));
  });
}
