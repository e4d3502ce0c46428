import { movePin, type PinState } from '@pinpaint/domain';

/** What a person may do with a pin that is in this state, by the states' own table. */
export function pinMoves(state: PinState) {
  const can = (event: Parameters<typeof movePin>[1]) => movePin(state, event).ok;
  return { resolve: can('resolve'), decline: can('decline'), reopen: can('reopen') };
}
