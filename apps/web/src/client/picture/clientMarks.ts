import type { ClientWord, PinState } from '@pinpaint/domain';

/** The shape a client's word is drawn with: the same as the state's that the studio sees behind it. */
export const shapeOfWord = {
  sent: 'open',
  beingWorkedOn: 'editing',
  haveALook: 'proposed',
  done: 'resolved',
  notDoing: 'declined',
} as const satisfies Record<ClientWord, PinState>;
