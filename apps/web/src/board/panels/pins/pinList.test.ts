import { type FrameId, newId, type PinId, type PinState } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { groupPins, neighbourPin, openAtFirst, passes } from './pinList.ts';

const bowl = { id: newId<FrameId>(), number: 2, name: 'Fig bowl' };
const coffee = { id: newId<FrameId>(), number: 1, name: 'Coffee' };
const hills = { id: newId<FrameId>(), number: 3, name: 'Hills' };
const frames = [bowl, coffee, hills];

function aPin(frameId: FrameId, number: number, state: PinState = 'open', assigneeId: string | null = null) {
  return { id: newId<PinId>(), frameId, number, state, assigneeId };
}

const names = (groups: ReturnType<typeof groupPins>) =>
  groups.map(({ frame, pins }) => [frame.name, ...pins.map(({ number }) => number)]);

describe('the list of pins', () => {
  it('begins with the selected frame, then goes by number, and leaves out frames without pins', () => {
    const pins = [aPin(coffee.id, 2), aPin(bowl.id, 1), aPin(coffee.id, 1)];
    expect(names(groupPins(pins, frames, bowl.id) as never)).toEqual([
      ['Fig bowl', 1],
      ['Coffee', 1, 2],
    ]);
    expect(names(groupPins(pins, frames, null) as never)).toEqual([
      ['Coffee', 1, 2],
      ['Fig bowl', 1],
    ]);
  });

  it('opens the first frame whatever it holds, and more while there is room', () => {
    const many = [1, 2, 3, 4, 5, 6].map((n) => aPin(bowl.id, n));
    expect(openAtFirst(groupPins([...many, aPin(coffee.id, 1)], frames, bowl.id))).toEqual(
      new Set([bowl.id]),
    );
    const few = [aPin(bowl.id, 1), aPin(coffee.id, 1), aPin(hills.id, 1)];
    expect(openAtFirst(groupPins(few, frames, bowl.id)).size).toBe(3);
  });

  it.each([
    ['all', 'declined', 'me', true],
    ['open', 'open', null, true],
    ['open', 'editing', null, false],
    ['mine', 'proposed', 'me', true],
    ['mine', 'resolved', 'me', false],
    ['mine', 'open', 'other', false],
    ['resolved', 'resolved', null, true],
    ['resolved', 'declined', null, false],
  ] as const)('filtered by “%s”, one that is %s and given to %s: %s', (filter, state, assignee, shown) => {
    expect(passes(aPin(bowl.id, 1, state, assignee), filter, 'me')).toBe(shown);
  });

  it('is walked by the frames’ numbers and round at the ends, whichever frame is selected', () => {
    const [a, b, c] = [aPin(coffee.id, 1), aPin(coffee.id, 2), aPin(bowl.id, 1)];
    const pins = [c, b, a];
    const step = (from: string | null, by: 1 | -1) => neighbourPin(pins, frames, { from, step: by })?.id;
    expect([step(null, 1), step(a.id, 1), step(b.id, 1), step(c.id, 1)]).toEqual([a.id, b.id, c.id, a.id]);
    expect([step(null, -1), step(a.id, -1)]).toEqual([c.id, c.id]);
    expect(neighbourPin([], frames, { from: null, step: 1 })).toBeNull();
  });
});
