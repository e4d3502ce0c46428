import type { Writing } from '@pinpaint/db';
import { settlePin } from '../edits/settlePin.ts';
import type { VersionAt } from './findVersion.ts';
import { pinsOf } from './pinsOf.ts';

/**
 * After a version has left review or the table: its notes that wait for a look are open again, unless another
 * undecided version holds a layer of theirs, or candidates wait.
 */
export async function settlePinsOf(
  writing: Writing,
  version: Pick<VersionAt, 'id' | 'studioId' | 'frameId' | 'scope'>,
): Promise<void> {
  for (const pin of await pinsOf(writing.tx, version, { hidden: true })) {
    if (pin.state === 'proposed') await settlePin(writing, { pin, scope: version.scope });
  }
}
