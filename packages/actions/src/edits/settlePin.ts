import type { Tx, Writing } from '@pinpaint/db';
import { movePin, type PinEvent, type PinState } from '@pinpaint/domain';
import type { FrameAt } from '../frames/findFrame.ts';
import { swapPinState } from '../pins/swapPinState.ts';

type Pinned = NonNullable<Settle['pin']>;
type Settle = {
  readonly pin: {
    readonly id: string;
    readonly studioId: string;
    readonly frameId: string;
    readonly state: PinState;
  } | null;
  readonly scope: FrameAt['scope'];
};

/**
 * Where a pin stands once an edit of it has ended: still being edited by another, proposed while candidates
 * wait or a layer of it lies in an undecided version, else open again. Called after the edit has moved.
 */
export async function settlePin(writing: Writing, { pin, scope }: Settle): Promise<void> {
  if (!pin || (await isUnderWay(writing.tx, pin.id))) return;
  const event: PinEvent = (await hasProposal(writing.tx, pin))
    ? 'propose'
    : pin.state === 'editing'
      ? 'editFailed'
      : 'askAgain';
  // Somebody may have resolved it by hand meanwhile; then it stays as they left it.
  if (movePin(pin.state, event).ok) await swapPinState(writing, { pin, event, scope });
}

async function isUnderWay(tx: Tx, pinId: string): Promise<boolean> {
  return (await tx.edit.count({ where: { pinId, state: { in: ['queued', 'running'] } } })) > 0;
}

async function hasProposal(tx: Tx, { id: pinId, frameId }: Pick<Pinned, 'id' | 'frameId'>): Promise<boolean> {
  if ((await tx.edit.count({ where: { pinId, state: 'proposed' } })) > 0) return true;
  const layers = await tx.versionLayer.count({
    where: {
      layer: { candidate: { edit: { pinId } } },
      version: { frameId, state: { in: ['draft', 'in_review'] } },
    },
  });
  return layers > 0;
}
