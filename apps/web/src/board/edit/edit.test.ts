import type { FlagCode } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../data/ApiError.ts';
import type { Edit, Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { editsOfPin, placeInQueue } from './editsOfPin.ts';
import { editTitle } from './editTitle.ts';
import { figuresOf, letterOf, otherWarnings } from './figures.ts';
import { failureText, refusalText } from './refusal.ts';
import { versionWith } from './versionWith.ts';

function aCandidate(figures: Record<string, number>, flags: FlagCode[] = [], outside = 0) {
  return { figures, flags, proof: { changedInside: 9, changedOutside: outside, changedInLocks: 0 } };
}

describe('a candidate’s figures', () => {
  it('stand in the same places, measured or not', () => {
    const shown = figuresOf(aCandidate({ seam: 0.62, ghost: 0.01 })).map(({ shown }) => shown);
    expect(shown).toEqual(['0', '0.6', '0', '–']);
  });

  it('that are flagged are risky, and say so', () => {
    const [outside, seam, ghost] = figuresOf(aCandidate({ seam: 2.4, ghost: 0 }, ['seam.visible']));
    expect([outside?.isRisky, seam?.isRisky, ghost?.isRisky]).toEqual([false, true, false]);
    expect(seam?.says).toBe('Seam 2.4: risky. 1 can’t be seen; well above, the border shows.');
  });

  it('leave warnings about other figures to be said beside them', () => {
    expect(otherWarnings(aCandidate({}, ['fill.uncertain', 'seam.visible']))).toBe(1);
  });

  it('call it risky when anything outside has changed', () => {
    expect(figuresOf(aCandidate({}, [], 1200))[0]).toMatchObject({ shown: '1,200', isRisky: true });
  });

  it('belong to candidates named by letters', () => {
    expect([0, 1, 2, 3].map(letterOf)).toEqual(['A', 'B', 'C', 'D']);
  });
});

describe('an edit', () => {
  const anEdit = (id: string, state: Edit['state'], pinId = 'p') => ({ id, state, pinId }) as Edit;

  it('of a pin is the one under way, the one to choose from, and the last', () => {
    const edits = [anEdit('4', 'failed'), anEdit('3', 'running', 'q'), anEdit('2', 'proposed')];
    expect(editsOfPin(edits, 'p' as Edit['pinId'])).toEqual({
      underWay: null,
      proposed: edits[2],
      taken: null,
      last: edits[0],
    });
    const none = { underWay: null, proposed: null, taken: null, last: null };
    expect(editsOfPin(edits, null)).toEqual(none);
  });

  it('of which a candidate was taken hides older ones that still wait, and a newer one hides it', () => {
    const [newer, taken, older] = [anEdit('3', 'proposed'), anEdit('2', 'accepted'), anEdit('1', 'proposed')];
    const pinId = 'p' as Edit['pinId'];
    expect(editsOfPin([taken, older], pinId)).toMatchObject({ proposed: null, taken });
    expect(editsOfPin([newer, taken, older], pinId)).toMatchObject({ proposed: newer, taken: null });
  });

  it('whose result was submitted is found in the version that waits for a decision', () => {
    const taken = { id: 'e', frameId: 'f' };
    const layers = [{ made: { editId: 'e' } }] as Version['layers'];
    const submitted = { frameId: 'f', state: 'in_review', layers } as const;
    const elsewhere = { frameId: 'g', state: 'in_review', layers } as const;
    expect(versionWith([elsewhere, submitted], taken, 'in_review')).toBe(submitted);
    expect(versionWith([submitted], taken, 'draft')).toBeNull();
    expect(versionWith([{ ...submitted, layers: [] }], taken, 'in_review')).toBeNull();
  });

  it('waits behind those that were queued before it', () => {
    const own = anEdit('3', 'queued');
    const edits = [anEdit('4', 'queued'), own, anEdit('2', 'queued'), anEdit('1', 'running')];
    expect(placeInQueue(edits, own)).toBe(2);
    expect(texts.edit.ordinal(2)).toBe('2nd in the queue');
    expect(texts.edit.ordinal(11)).toBe('11th in the queue');
  });

  it('is headed by its wish', () => {
    expect(editTitle({ kind: 'remove', thing: null })).toBe('Remove what is marked');
    expect(editTitle({ kind: 'extend', aspect: { width: 16, height: 9 }, anchor: 'left' })).toBe(
      'Extend to 16:9',
    );
    expect(editTitle(null)).toBe('Not read yet');
  });

  it('that failed says what happened, and how often it was tried', () => {
    const timings = { createdAt: '2026-11-12T10:00:00Z', endedAt: '2026-11-12T10:52:00Z' } as Edit['timings'];
    const failed = { failure: { code: 'edit.worker-lost', says: null }, attempts: 3, timings };
    expect(failureText(failed)).toMatch(/^The machine .* stopped answering\. It was tried 3 times, last at/);
    const own = { failure: { code: 'engine.odd', says: 'The crop is too dark.' }, attempts: 1, timings };
    expect(failureText(own)).toBe('The crop is too dark.');
  });
});

describe('a refusal', () => {
  it('is said in plain words by its code, else as the server says it', () => {
    expect(refusalText(new ApiError(409, 'edit.base-moved', 'x'))).toMatch(/has changed since/);
    expect(refusalText(new ApiError(409, 'odd.code', 'Something else.'))).toBe('Something else.');
    expect(refusalText(new TypeError('x'))).toBe('The server does not answer.');
  });
});
