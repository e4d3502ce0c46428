import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../digests/canonicalJson.ts';
import { type EventId, newId, type StudioId } from '../ids/ids.ts';
import { genesisHash, type LedgerEvent, saltedHash } from './event.ts';
import { topics } from './topics.ts';
import { type SealedEvent, sealEvent, verifyChain } from './verifyChain.ts';

const studioId = newId<StudioId>();
const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const facts = fc.record({ topic: fc.constantFrom(...topics), payload: json });
const manyFacts = fc.array(facts, { minLength: 3, maxLength: 8 });

function anEvent(seq: number, change: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    studioId,
    seq,
    id: newId<EventId>(),
    at: '2026-01-02T03:04:05.678Z',
    topic: 'pin.placed',
    actor: { kind: 'person', id: 'p1' },
    subject: { kind: 'pin', id: 's1' },
    projectId: null,
    boardId: null,
    frameId: null,
    payload: {},
    ...change,
  };
}

function chain(list: readonly Partial<LedgerEvent>[]): SealedEvent[] {
  const sealed: SealedEvent[] = [];
  let prevHash = genesisHash(studioId);
  for (const [index, change] of list.entries()) {
    const event = sealEvent(prevHash, anEvent(index + 1, change));
    sealed.push(event);
    prevHash = event.hash;
  }
  return sealed;
}

describe('a chain of events', () => {
  it('holds as it was written, whole or in pages', () => {
    fc.assert(
      fc.property(manyFacts, fc.nat(8), (list, cut) => {
        const events = chain(list);
        const whole = verifyChain(events);
        expect(whole).toEqual({ ok: true, value: { seq: events.length, hash: events.at(-1)?.hash } });
        const page = verifyChain(events.slice(0, cut));
        if (!page.ok) throw new Error(page.error.code);
        expect(verifyChain(events.slice(cut), page.value ?? undefined)).toEqual(whole);
      }),
    );
  });

  it('survives a database that hands keys back in another order', () => {
    const [event] = chain([{ payload: { a: 1, b: { c: 2, d: 3 } } }]);
    const stored = { ...event, payload: { b: { d: 3, c: 2 }, a: 1 } } as SealedEvent;
    expect(verifyChain([stored]).ok).toBe(true);
  });

  const changes: { [Field in keyof LedgerEvent]-?: Partial<LedgerEvent> } = {
    studioId: { studioId: newId<StudioId>() },
    seq: { seq: 77 },
    id: { id: newId<EventId>() },
    at: { at: '2026-01-02T03:04:05.679Z' },
    topic: { topic: 'pin.changed' },
    actor: { actor: { kind: 'guest', id: 'p1' } },
    subject: { subject: { kind: 'pin', id: 's2' } },
    projectId: { projectId: newId() },
    boardId: { boardId: newId() },
    frameId: { frameId: newId() },
    payload: { payload: { more: 1 } },
  };

  it.each(Object.entries(changes))('shows where %s was changed', (_, change) => {
    const events = chain([{}, {}, {}, {}]);
    const bent = events.map((event, index) => (index === 2 ? { ...event, ...change } : event));
    const result = verifyChain(bent);
    expect(result).toMatchObject({ ok: false, error: { seq: change.seq ?? 3 } });
  });

  it('shows a payload changed anywhere, and an event sealed anew over a changed one', () => {
    fc.assert(
      fc.property(manyFacts, fc.nat(), json, (list, pick, payload) => {
        const events = chain(list);
        const at = pick % (events.length - 1);
        const old = events[at] as SealedEvent;
        if (JSON.stringify(old.payload) === JSON.stringify(payload) || Object.is(payload, -0)) return;
        const bent = events.with(at, { ...old, payload: [payload, 'bent'] });
        expect(verifyChain(bent)).toEqual({ ok: false, error: { code: 'ledger.changed', seq: at + 1 } });
        const resealed = events.with(at, sealEvent(old.prevHash, { ...old, payload: [payload, 'bent'] }));
        expect(verifyChain(resealed)).toEqual({ ok: false, error: { code: 'ledger.unlinked', seq: at + 2 } });
      }),
    );
  });

  it('shows a removed event, unless it was the last, when the head tells', () => {
    fc.assert(
      fc.property(manyFacts, fc.nat(), (list, pick) => {
        const events = chain(list);
        const at = pick % events.length;
        const result = verifyChain(events.toSpliced(at, 1));
        if (at < events.length - 1) {
          expect(result).toEqual({ ok: false, error: { code: 'ledger.gap', seq: at + 2 } });
        } else {
          expect(result).toEqual({ ok: true, value: { seq: at, hash: events[at - 1]?.hash } });
        }
      }),
    );
  });

  it('shows events that changed places, even when they were numbered anew', () => {
    const events = chain([{}, {}, {}, {}]);
    const [a, b, c, d] = events as [SealedEvent, SealedEvent, SealedEvent, SealedEvent];
    expect(verifyChain([a, c, b, d])).toEqual({ ok: false, error: { code: 'ledger.gap', seq: 3 } });
    const renumbered = verifyChain([a, { ...c, seq: 2 }, { ...b, seq: 3 }, d]);
    expect(renumbered).toEqual({ ok: false, error: { code: 'ledger.unlinked', seq: 2 } });
  });

  it('cannot be started with another studio’s events', () => {
    const other = newId<StudioId>();
    expect(genesisHash(other)).not.toBe(genesisHash(studioId));
    const moved = chain([{}]).map((event) => ({ ...event, studioId: other }));
    expect(verifyChain(moved)).toEqual({ ok: false, error: { code: 'ledger.unlinked', seq: 1 } });
  });
});

describe('a salted hash', () => {
  it('is HMAC-SHA-256 (RFC 4231, test case 2)', () => {
    expect(saltedHash('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('differs by salt and by text', () => {
    const all = [saltedHash('a', 'bc'), saltedHash('ab', 'c'), saltedHash('a', 'bd')];
    expect(new Set(all).size).toBe(3);
  });
});
