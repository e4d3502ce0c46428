import type { PinState } from './states.ts';

/** What a client reads instead of a pin's state. A declined pin shows its reason beside the word. */
export const clientWords = {
  sent: 'Sent',
  beingWorkedOn: 'Being worked on',
  haveALook: 'Have a look',
  done: 'Done',
  notDoing: 'Not doing',
} as const;

export type ClientWord = keyof typeof clientWords;

/** A proposal is the studio's own affair until a version in review holds it. */
export function clientWord(state: PinState, heldByVersionInReview: boolean): ClientWord {
  if (state === 'proposed' && heldByVersionInReview) return 'haveALook';
  return words[state];
}

const words = {
  open: 'sent',
  editing: 'beingWorkedOn',
  proposed: 'beingWorkedOn',
  resolved: 'done',
  declined: 'notDoing',
} as const satisfies Record<PinState, ClientWord>;
