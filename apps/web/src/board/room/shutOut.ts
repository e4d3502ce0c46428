import { closeCodes, messageTooLarge } from '../../data/closeCodes.ts';
import type { ShutOut } from '../state/boardStore.ts';

const byCode: ReadonlyMap<number, ShutOut> = new Map([
  [closeCodes.documentFull, 'full'],
  [messageTooLarge, 'tooLarge'],
  [closeCodes.badMessage, 'notTaken'],
  [closeCodes.tooManyGaps, 'notTaken'],
  [closeCodes.badShape, 'notTaken'],
  [closeCodes.tooManySockets, 'windows'],
  [closeCodes.studioFull, 'studio'],
  [closeCodes.full, 'server'],
  [closeCodes.tooManyMessages, 'pause'],
  [closeCodes.tooCostly, 'pause'],
  [closeCodes.slowReader, 'slow'],
]);

/** What the room closed a line for; null when it says nothing that somebody should know: it comes back by itself. */
export function shutOutBy(code: number | undefined): ShutOut | null {
  return byCode.get(code ?? 0) ?? null;
}

const ofChanges: readonly ShutOut[] = ['full', 'tooLarge', 'notTaken'];

/** Coming in is of no use as long as the same changes are brought. */
export function isOfChanges(why: ShutOut | null): boolean {
  return why !== null && ofChanges.includes(why);
}
