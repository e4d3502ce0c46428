import type { Tx } from '@pinpaint/db';
import type { PixelRect } from '@pinpaint/domain';
import type { EditAt } from '../edits/findEdit.ts';
import { digestUnder, layersOf } from '../versions/contentOf.ts';
import { newestVersion } from '../versions/newestVersion.ts';

/** Whether what lies under an edit's crop is other than what the engine was given. */
export async function baseMoved(tx: Tx, edit: EditAt): Promise<boolean> {
  const version = await newestVersion(tx, edit.frameId);
  if (!version || !edit.cropRect) return true;
  const { masterDigest, profileBlob } = edit.frame;
  const layers = await layersOf(tx, version.id);
  const rows = { masterDigest: masterDigest ?? '', profileBlob, bounds: version.bounds, layers };
  return digestUnder(edit.cropRect as PixelRect, rows) !== edit.baseDigest;
}
