import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../rights/rights.ts';
import { editCauses, mayCause, pinCauses, versionCauses } from './causes.ts';
import { clientWord, clientWords } from './clientWord.ts';
import { moveEdit, movePin, moveVersion } from './move.ts';
import {
  type EditEvent,
  type EditState,
  editMoves,
  type PinEvent,
  pinMoves,
  type VersionEvent,
  versionMoves,
} from './states.ts';

const versionEvents = Object.keys(versionCauses) as VersionEvent[];
const pinEvents = Object.keys(pinCauses) as PinEvent[];
const editEvents = Object.keys(editCauses) as EditEvent[];

/** The states passed through, illegal events left out. */
function walk<S, E>(start: S, events: readonly E[], move: (s: S, e: E) => { ok: boolean; value?: S }): S[] {
  const path = [start];
  for (const event of events) {
    const next = move(path[path.length - 1] as S, event);
    if (next.ok) path.push(next.value as S);
  }
  return path;
}

describe('versions', () => {
  it('names what was illegal', () => {
    expect(moveVersion('approved', 'submit')).toEqual({
      ok: false,
      error: { code: 'version.illegal-move', from: 'approved', event: 'submit' },
    });
    expect(moveVersion('draft', 'submit')).toEqual({ ok: true, value: 'in_review' });
  });

  it.each(['changes_requested', 'withdrawn', 'superseded', 'discarded'] as const)(
    'never leaves %s',
    (state) => {
      for (const event of versionEvents) expect(moveVersion(state, event).ok).toBe(false);
    },
  );

  it('is never a draft again once it has left that state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...versionEvents), { maxLength: 30 }), (events) => {
        expect(walk('draft', events, moveVersion).lastIndexOf('draft')).toBe(0);
      }),
    );
  });

  it('is approved only out of review', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...versionEvents), { maxLength: 30 }), (events) => {
        const path = walk('draft', events, moveVersion);
        const at = path.indexOf('approved');
        expect(at === -1 || path[at - 1] === 'in_review').toBe(true);
      }),
    );
  });
});

describe('pins', () => {
  it('can be closed from wherever they come to', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pinEvents), { maxLength: 30 }), (events) => {
        const path = walk('open', events, movePin);
        const here = path[path.length - 1] ?? 'open';
        const closed = walk(here, ['editFailed', 'resolve'], movePin);
        expect(['resolved', 'declined']).toContain(closed[closed.length - 1]);
      }),
    );
  });

  it('pass through editing before anything is proposed', () => {
    expect(movePin('open', 'propose').ok).toBe(false);
    expect(movePin('editing', 'propose')).toEqual({ ok: true, value: 'proposed' });
  });
});

describe('edits', () => {
  const final: readonly EditState[] = ['accepted', 'discarded', 'cancelled', 'failed'];

  it('end once: no event leads out of a final state', () => {
    for (const state of final) for (const event of editEvents) expect(moveEdit(state, event).ok).toBe(false);
  });

  it('are accepted at most once, and only as proposed, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...editEvents), { maxLength: 40 }), (events) => {
        const path = walk('queued', events, moveEdit);
        expect(path.filter((state) => state === 'accepted').length).toBeLessThanOrEqual(1);
        const at = path.indexOf('accepted');
        expect(at === -1 || path[at - 1] === 'proposed').toBe(true);
      }),
    );
  });

  it('go back to the queue when a lease is lost', () => {
    expect(walk('queued', ['claim', 'loseLease', 'claim', 'propose'], moveEdit)).toEqual([
      'queued',
      'running',
      'queued',
      'running',
      'proposed',
    ]);
  });
});

describe('causes', () => {
  it('cover every event that occurs in a table, and no other', () => {
    const used = (moves: object) => new Set(Object.values(moves).flatMap((row: object) => Object.keys(row)));
    expect(used(versionMoves)).toEqual(new Set(versionEvents));
    expect(used(pinMoves)).toEqual(new Set(pinEvents));
    expect(used(editMoves)).toEqual(new Set(editEvents));
  });

  it('let only director and owner approve, and nobody supersede by hand', () => {
    expect(roles.filter((role) => mayCause(role, versionCauses.approve))).toEqual(['owner', 'director']);
    expect(roles.filter((role) => mayCause(role, versionCauses.supersede))).toEqual([]);
  });

  it('let no customer move anything', () => {
    for (const role of ['client', 'guest', 'viewer'] as const) {
      for (const table of [versionCauses, pinCauses, editCauses]) {
        for (const causes of Object.values(table)) expect(mayCause(role, causes)).toBe(false);
      }
    }
  });
});

describe("a client's word", () => {
  it.each([
    ['open', false, 'Sent'],
    ['editing', true, 'Being worked on'],
    ['proposed', false, 'Being worked on'],
    ['proposed', true, 'Have a look'],
    ['resolved', false, 'Done'],
    ['declined', false, 'Not doing'],
  ] as const)('for %s (in review: %s) is “%s”', (state, inReview, word) => {
    expect(clientWords[clientWord(state, inReview)]).toBe(word);
  });
});
