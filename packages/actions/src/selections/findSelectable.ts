import { type FrameId, ok, type PixelRect, type Result, rectOfSize, type VersionId } from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { findFrame } from '../frames/findFrame.ts';
import { type Problem, problem } from '../problem.ts';
import { findVersion } from '../versions/findVersion.ts';

export type Selectable = {
  readonly frameId: FrameId;
  /** null: the frame's master. */
  readonly versionId: VersionId | null;
};

type SelectablePicture = { readonly blob: string; readonly bounds: PixelRect };

/** The stored picture that somebody looks at, when they may pin a note on its frame. */
export async function findSelectable(
  db: Ctx['db'],
  actor: Actor,
  { frameId, versionId }: Selectable,
): Promise<Result<SelectablePicture, Problem>> {
  const found = await findFrame(db, actor, { frameId, action: 'pin.place' });
  if (!found.ok) return found;
  const { masterBlob, width, height, state } = found.value;
  if (!versionId) {
    if (!masterBlob || !width || !height) return problem('frame.not-ready', { state });
    return ok({ blob: masterBlob, bounds: rectOfSize({ width, height }) });
  }
  const version = await findVersion(db, actor, { versionId, action: 'version.read' });
  if (!version.ok) return version;
  const { resultBlob, bounds, scope } = version.value;
  if (scope.frameId !== frameId) return problem('version.not-found', { versionId });
  return resultBlob ? ok({ blob: resultBlob, bounds }) : problem('frame.not-ready', { versionId });
}
