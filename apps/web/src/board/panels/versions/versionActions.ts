import {
  type ActorRole,
  may,
  mayCause,
  moveVersion,
  type VersionEvent,
  versionCauses,
} from '@pinpaint/domain';
import type { Version } from '../../../data/types.ts';

export type VersionAction = 'submit' | 'withdraw' | 'discard' | 'newDraft' | 'approve' | 'requestChanges';

export type ActedVersion = Pick<Version, 'state' | 'layers' | 'proof'> & { readonly id: string };

/**
 * What can be done to a version now, by the tables that the API asks too.
 *
 * @param versions all of the frame's, newest first
 */
export function versionActions(
  version: ActedVersion,
  { role, versions }: { readonly role: ActorRole; readonly versions: readonly ActedVersion[] },
): readonly VersionAction[] {
  const moves = events.filter(
    (event) => moveVersion(version.state, event).ok && mayCause(role, versionCauses[event]),
  );
  return isGroundOfDraft(version, versions) && may(role, 'layer.change') ? [...moves, 'newDraft'] : moves;
}

/** The API would refuse it: nothing in it is seen. */
export function isEmptyDraft({ state, layers }: Pick<ActedVersion, 'state' | 'layers'>): boolean {
  return state === 'draft' && !layers.some(({ visible, opacity }) => visible && opacity > 0);
}

const events = [
  'submit',
  'withdraw',
  'discard',
  'approve',
  'requestChanges',
] as const satisfies VersionEvent[];

/** A new draft is made of the newest version, and only while there is no other. */
function isGroundOfDraft({ id }: ActedVersion, versions: readonly ActedVersion[]): boolean {
  const newest = versions.find(({ state }) => state !== 'discarded');
  return newest?.id === id && newest.state !== 'draft';
}
