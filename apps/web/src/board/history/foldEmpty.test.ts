import type { FrameId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import type { Moment } from '../../data/types.ts';
import { foldEmpty } from './foldEmpty.ts';
import { none, nothing } from './testing/noChanges.ts';

const moved = { ...nothing, frames: { ...none, changed: 1 } };

/** The newest has the highest number. */
function aMoment(seq: number, changes: Moment['changes'] = nothing, day = 1): Moment {
  const at = `2026-01-0${day}T12:00:0${seq}.000Z`;
  const person = { kind: 'person', id: `p${seq % 2}`, name: 'Artist' } as const;
  return {
    seq,
    firstSeq: seq,
    from: at,
    to: at,
    people: [person],
    writes: 1,
    changes,
    frameIds: [`f${seq}` as FrameId],
  };
}

it('makes one of neighbours that left nothing, which reaches over them all', () => {
  const [one, ...others] = foldEmpty([aMoment(4), aMoment(3), aMoment(2)]);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ seq: 4, firstSeq: 2, from: aMoment(2).from, to: aMoment(4).to, writes: 3 });
  expect(one?.people.map(({ id }) => id)).toEqual(['p0', 'p1']);
  expect(one?.frameIds).toEqual(['f4', 'f3', 'f2']);
});

it('keeps apart what left something, and what was on another day', () => {
  const all = [aMoment(6), aMoment(5, moved), aMoment(4, moved), aMoment(3), aMoment(2, nothing, 3)];
  expect(foldEmpty(all)).toEqual(all);
});
