import type { Edit, Pin } from '../../data/types.ts';

/** Whether somebody is to choose from an edit's candidates: what is left over at a pin that is settled waits for nobody. */
export function awaitsChoice({ state, pinId }: Pick<Edit, 'state' | 'pinId'>, pins: readonly Pin[]): boolean {
  const pin = pins.find(({ id }) => id === pinId);
  return state === 'proposed' && pin?.state !== 'resolved' && pin?.state !== 'declined';
}
