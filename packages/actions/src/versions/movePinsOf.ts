import type { Writing } from '@pinpaint/db';
import { movePin, ok, type PinEvent, type Result } from '@pinpaint/domain';
import { swapPinState } from '../pins/swapPinState.ts';
import type { Problem } from '../problem.ts';
import type { VersionAt } from './findVersion.ts';
import { pinsOf } from './pinsOf.ts';

/**
 * What befalls a version's pins with it. Those that can't move so stay as they are.
 *
 * @param but a version whose layers don't count: a note that was raised again over an approved layer isn't
 *   answered by that layer's still being there
 */
export async function movePinsOf(
  writing: Writing,
  version: VersionAt,
  { event, but = null }: { readonly event: PinEvent; readonly but?: string | null },
): Promise<Result<null, Problem>> {
  for (const pin of await pinsOf(writing.tx, version, { but })) {
    if (!movePin(pin.state, event).ok) continue;
    const moved = await swapPinState(writing, { pin, event, scope: version.scope });
    if (!moved.ok) return moved;
  }
  return ok(null);
}
