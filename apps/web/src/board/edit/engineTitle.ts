import { knownEngine } from '@pinpaint/domain';

/** An engine as people know it; one that nobody knows is called what its worker calls it. */
export function engineTitle(name: string): string {
  return knownEngine(name).title;
}
