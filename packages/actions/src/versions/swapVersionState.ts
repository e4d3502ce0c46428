import type { Prisma, Writing } from '@pinpaint/db';
import { moveVersion, ok, type Result, type VersionEvent, type VersionState } from '@pinpaint/domain';
import { type Problem, problem } from '../problem.ts';
import type { VersionAt } from './findVersion.ts';

/** The `state` in the WHERE is the lock: of two people deciding at once, the second gets the error. */
export async function swapVersionState(
  { tx, record }: Writing,
  version: Pick<VersionAt, 'id' | 'studioId' | 'state' | 'scope'>,
  {
    event,
    data = {},
  }: { readonly event: VersionEvent; readonly data?: Prisma.VersionUpdateManyMutationInput },
): Promise<Result<VersionState, Problem>> {
  const moved = moveVersion(version.state, event);
  if (!moved.ok) return problem('version.illegal-move', { from: version.state, event });
  const { count } = await tx.version.updateMany({
    where: { id: version.id, studioId: version.studioId, state: version.state },
    data: { ...data, state: moved.value },
  });
  if (count === 0) return problem('version.changed-meanwhile', { versionId: version.id });
  record({
    topic: 'version.moved',
    subject: { kind: 'version', id: version.id },
    scope: version.scope,
    payload: { from: version.state, to: moved.value },
  });
  return ok(moved.value);
}
