import { type Ctx, connectedEngines } from '@pinpaint/actions';
import type { EngineFacts, StudioId } from '@pinpaint/domain';

export type EngineLimits = Pick<EngineFacts, 'nativeSizes' | 'maxPixels'>;

/** Of an engine that went away since the edit was queued; who comes back with it copes with any crop. */
const anySize: EngineLimits = { nativeSizes: [], maxPixels: Number.MAX_SAFE_INTEGER };

export async function engineLimits(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  edit: { readonly studioId: string; readonly engine: string },
): Promise<EngineLimits> {
  const connected = await connectedEngines(db, { studioId: edit.studioId as StudioId, now: now() });
  return connected.find(({ name }) => name === edit.engine) ?? anySize;
}
