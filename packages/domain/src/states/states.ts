export type VersionState =
  | 'draft'
  | 'in_review'
  | 'changes_requested'
  | 'withdrawn'
  | 'approved'
  | 'superseded'
  | 'discarded';
export type VersionEvent = 'submit' | 'discard' | 'approve' | 'requestChanges' | 'withdraw' | 'supersede';

export type PinState = 'open' | 'editing' | 'proposed' | 'resolved' | 'declined';
export type PinEvent = 'startEdit' | 'editFailed' | 'propose' | 'askAgain' | 'resolve' | 'reopen' | 'decline';

export type EditState = 'queued' | 'running' | 'proposed' | 'accepted' | 'discarded' | 'cancelled' | 'failed';
export type EditEvent = 'claim' | 'propose' | 'accept' | 'discard' | 'cancel' | 'loseLease' | 'fail';

/** Every legal move of a version. A pair that is not here is illegal. */
export const versionMoves = {
  draft: { submit: 'in_review', discard: 'discarded' },
  in_review: { approve: 'approved', requestChanges: 'changes_requested', withdraw: 'withdrawn' },
  changes_requested: {},
  withdrawn: {},
  approved: { supersede: 'superseded' },
  superseded: {},
  discarded: {},
} as const satisfies Record<VersionState, Partial<Record<VersionEvent, VersionState>>>;

/** `askAgain` covers a discarded proposal, a withdrawn version and changes requested: the note is open once more. */
export const pinMoves = {
  open: { startEdit: 'editing', resolve: 'resolved', decline: 'declined' },
  editing: { propose: 'proposed', editFailed: 'open' },
  proposed: { startEdit: 'editing', askAgain: 'open', resolve: 'resolved' },
  resolved: { reopen: 'open' },
  declined: { reopen: 'open' },
} as const satisfies Record<PinState, Partial<Record<PinEvent, PinState>>>;

export const editMoves = {
  queued: { claim: 'running', cancel: 'cancelled', fail: 'failed' },
  running: { propose: 'proposed', cancel: 'cancelled', loseLease: 'queued', fail: 'failed' },
  proposed: { accept: 'accepted', discard: 'discarded' },
  accepted: {},
  discarded: {},
  cancelled: {},
  failed: {},
} as const satisfies Record<EditState, Partial<Record<EditEvent, EditState>>>;
