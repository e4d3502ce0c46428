import { rectArea } from '@pinpaint/domain';
import type { Version } from '../../../data/types.ts';

export type ProvenVersion = Pick<Version, 'state' | 'bounds' | 'proof' | 'layers'>;

export type ProofFacts =
  /** A draft has none: it may still change. */
  | { readonly kind: 'none' }
  /** Being computed. */
  | { readonly kind: 'waits' }
  | {
      readonly kind: 'holds' | 'fails';
      readonly outside: number;
      readonly inLocks: number;
      readonly inside: number;
      /** All pixels that lie outside of what was permitted to change, and so were compared. */
      readonly untouched: number;
      readonly total: number;
      /** 0 to 1 */
      readonly recomputed: number;
    };

export function proofFacts({ state, bounds, proof }: ProvenVersion): ProofFacts {
  if (!proof) return { kind: state === 'draft' || state === 'discarded' ? 'none' : 'waits' };
  const { changedInside: inside, changedOutside: outside, changedInLocks: inLocks } = proof;
  const total = rectArea(bounds);
  return {
    kind: outside === 0 && inLocks === 0 ? 'holds' : 'fails',
    outside,
    inLocks,
    inside,
    untouched: total - inside,
    total,
    recomputed: inside / total,
  };
}

/** @returns of the whole picture, 0 to 1; counted in a submitted version, at most that much in a draft */
export function recomputedShare(version: ProvenVersion): {
  readonly share: number;
  readonly isCounted: boolean;
} {
  const facts = proofFacts(version);
  if (facts.kind === 'holds' || facts.kind === 'fails') return { share: facts.recomputed, isCounted: true };
  const laid = version.layers
    .filter(({ visible, opacity }) => visible && opacity > 0)
    .reduce((sum, { rect }) => sum + rectArea(rect), 0);
  return { share: Math.min(1, laid / rectArea(version.bounds)), isCounted: laid === 0 };
}

/** Enough of a digest to tell it from others. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 8)}…${digest.slice(-4)}`;
}
