import { writing } from '@pinpaint/db';
import { ok, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, deedActor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findVersion } from './findVersion.ts';
import { viewWhole } from './readVersion.ts';
import { settlePinsOf } from './settlePinsOf.ts';
import { swapVersionState } from './swapVersionState.ts';
import type { Version } from './toVersion.ts';

/** Takes a version back from review: its notes are open again, unless the draft answers them. Its layers go on in the next draft. */
export async function withdrawVersion(
  ctx: Ctx,
  actor: Actor,
  { versionId }: { readonly versionId: VersionId },
): Promise<Result<Version, Problem>> {
  return writing(ctx.db, { studioId: actor.studioId, actor: deedActor(actor) }, async (writing) => {
    const found = await findVersion(writing.tx, actor, { versionId, action: 'version.withdraw' });
    if (!found.ok) return found;
    const moved = await swapVersionState(writing, found.value, { event: 'withdraw' });
    if (!moved.ok) return moved;
    await settlePinsOf(writing, found.value);
    return ok(await viewWhole(writing.tx, versionId));
  });
}
