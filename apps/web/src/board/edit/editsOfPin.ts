import type { PinId } from '@pinpaint/domain';
import type { Edit } from '../../data/types.ts';

export type EditsOfPin = {
  /** Queued or running. */
  readonly underWay: Edit | null;
  /** With candidates to choose from; none once a newer edit's was taken. */
  readonly proposed: Edit | null;
  /** Of which one was taken, and nothing newer waits. */
  readonly taken: Edit | null;
  /** The newest, whatever became of it. */
  readonly last: Edit | null;
};

/** @param edits newest first, as a board's list is. */
export function editsOfPin(edits: readonly Edit[], pinId: PinId | null): EditsOfPin {
  const own = pinId === null ? [] : edits.filter((edit) => edit.pinId === pinId);
  const outcome = own.find(({ state }) => state === 'proposed' || state === 'accepted');
  return {
    underWay: own.find(isUnderWay) ?? null,
    proposed: outcome?.state === 'proposed' ? outcome : null,
    taken: outcome?.state === 'accepted' ? outcome : null,
    last: own[0] ?? null,
  };
}

export function isUnderWay({ state }: Pick<Edit, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** Which place in the board's queue, from 1; people and studios take turns, so it is an expectation. */
export function placeInQueue(edits: readonly Edit[], edit: Edit): number {
  return edits.filter(({ id, state }) => state === 'queued' && id < edit.id).length + 1;
}
