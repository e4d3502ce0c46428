import { type Action, type ActorRole, may } from '../rights/rights.ts';
import type { EditEvent, PinEvent, VersionEvent } from './states.ts';

/** What brings a move about: somebody's action, or the system as a consequence of something else. */
export type Cause = Action | 'system';

export const versionCauses = {
  submit: ['version.submit'],
  discard: ['version.discard'],
  approve: ['version.decide'],
  requestChanges: ['version.decide'],
  withdraw: ['version.withdraw'],
  /** A newer version of the frame was approved. */
  supersede: ['system'],
} as const satisfies Record<VersionEvent, readonly Cause[]>;

export const pinCauses = {
  startEdit: ['edit.start', 'system'],
  editFailed: ['edit.cancel', 'system'],
  propose: ['system'],
  askAgain: ['candidate.discard', 'layer.change', 'version.discard', 'version.withdraw', 'version.decide'],
  /** By hand, or because the version that holds its layer was approved. */
  resolve: ['pin.resolve', 'version.decide'],
  reopen: ['pin.reopen'],
  decline: ['pin.decline'],
} as const satisfies Record<PinEvent, readonly Cause[]>;

/** What workers do reaches the edit through the API under a lease: to the states it is the system. */
export const editCauses = {
  claim: ['system'],
  propose: ['system'],
  accept: ['candidate.accept'],
  /** The system: the pin was closed, or its frame removed, while the proposal waited. */
  discard: ['candidate.discard', 'system'],
  /** The system: a policy had queued it, and it looks too risky to be run by itself. */
  cancel: ['edit.cancel', 'system'],
  loseLease: ['system'],
  fail: ['system'],
} as const satisfies Record<EditEvent, readonly Cause[]>;

/** Whether somebody of this role may bring about what has these causes; buttons grey by it. */
export function mayCause(role: ActorRole, causes: readonly Cause[]): boolean {
  return causes.some((cause) => cause !== 'system' && may(role, cause));
}
