import type { PixelRect } from '@pinpaint/domain';
import type { ClientVersion, Frame } from '../../data/types.ts';

/** Where a picture's pixels come from: tiles and a thumbnail lie below the path. */
export type PictureSource = { readonly path: string; readonly bounds: PixelRect };

/** The picture a client looks at: the newest that is in review or approved and rendered; null: the master. */
export function shownVersion(versions: readonly ClientVersion[]): ClientVersion | null {
  return versions.find((one) => isShown(one)) ?? null;
}

/** What a version is compared with: the approved one before it, or the master. */
export function versionBefore(
  versions: readonly ClientVersion[],
  { number }: Pick<ClientVersion, 'number'>,
): ClientVersion | null {
  return (
    versions.find(
      (one) => one.number < number && one.proof && ['approved', 'superseded'].includes(one.state),
    ) ?? null
  );
}

export function sourceOf(frame: Frame, version: ClientVersion | null): PictureSource | null {
  if (version) return { path: `/versions/${version.id}`, bounds: version.bounds };
  if (!frame.master) return null;
  return { path: `/frames/${frame.id}`, bounds: { x: 0, y: 0, ...frame.master.size } };
}

/** Whether it is the master, sample for sample: there is nothing to compare it with. */
export function isOriginal({ proof }: ClientVersion): boolean {
  return proof !== null && proof.resultDigest === proof.masterDigest;
}

/** A version is there to be looked at once it is rendered, which its proof says. */
function isShown({ state, proof }: ClientVersion): boolean {
  return proof !== null && (state === 'in_review' || state === 'approved');
}
