import type { FrameId, PinState } from '@pinpaint/domain';
import type { Frame, Pin } from '../../../data/types.ts';

export const pinFilters = ['all', 'open', 'mine', 'proposed', 'resolved'] as const;
export type PinFilter = (typeof pinFilters)[number];

type Listed = Pick<Pin, 'id' | 'frameId' | 'number' | 'state' | 'assigneeId'>;
type Named = Pick<Frame, 'id' | 'number' | 'name'>;

export type PinGroup<P extends Listed = Pin> = { readonly frame: Named; readonly pins: readonly P[] };

const done: readonly PinState[] = ['resolved', 'declined'];

/** @param me whose pins are "mine": those given to them that are not done yet. */
export function passes(pin: Listed, filter: PinFilter, me: string | null): boolean {
  if (filter === 'all') return true;
  if (filter === 'mine') return pin.assigneeId === me && !done.includes(pin.state);
  return pin.state === filter;
}

/** By frame: the selected one first, then by number. Frames without pins are left out. */
export function groupPins<P extends Listed>(
  pins: readonly P[],
  frames: readonly Named[],
  selected: FrameId | null,
): readonly PinGroup<P>[] {
  return [...frames]
    .sort((a, b) => Number(b.id === selected) - Number(a.id === selected) || a.number - b.number)
    .map((frame) => ({ frame, pins: pinsOf(pins, frame.id) }))
    .filter((group) => group.pins.length > 0);
}

/** How many pins are shown before further frames stay closed at first. */
const shownAtFirst = 5;

/** Which groups are open until somebody says otherwise: the first, and those after it while there is room. */
export function openAtFirst<P extends Listed>(groups: readonly PinGroup<P>[]): ReadonlySet<FrameId> {
  const open = new Set<FrameId>();
  let shown = 0;
  for (const { frame, pins } of groups) {
    if (open.size > 0 && shown + pins.length > shownAtFirst) break;
    open.add(frame.id);
    shown += pins.length;
  }
  return open;
}

/**
 * The pin before or after one, over all frames by number and round at the ends. By the frames' own order
 * and not by the list's, which begins anew with each frame that is selected.
 */
export function neighbourPin<P extends Listed>(
  pins: readonly P[],
  frames: readonly Named[],
  { from, step }: { readonly from: string | null; readonly step: 1 | -1 },
): P | null {
  const order = groupPins(pins, frames, null).flatMap((group) => group.pins);
  const at = order.findIndex(({ id }) => id === from);
  if (at < 0) return (step > 0 ? order[0] : order.at(-1)) ?? null;
  return order[(at + step + order.length) % order.length] ?? null;
}

function pinsOf<P extends Listed>(pins: readonly P[], frameId: FrameId): readonly P[] {
  return pins.filter((pin) => pin.frameId === frameId).sort((a, b) => a.number - b.number);
}
