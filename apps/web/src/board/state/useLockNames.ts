import type { FrameId } from '@pinpaint/domain';
import { useLocks } from './useBoardData.ts';

/** What is locked on a frame, each name once. */
export function useLockNames(frameId: FrameId | string): readonly string[] {
  const { data: locks = [] } = useLocks();
  return [...new Set(locks.filter((lock) => lock.frameId === frameId).map(({ name }) => name))];
}

/** Whether what a note calls so, as “the fig”, is what a lock is named for. */
export function isLockedThing(thing: string, lockNames: readonly string[]): boolean {
  return lockNames.some((name) => thing.includes(name));
}
