import { type VersionContent, versionDigest } from '../digests/versionDigest.ts';
import { type ProofPlanes, planesDigest } from './planesDigest.ts';

/** What an installation says of a submitted version. */
export type VersionClaims = {
  readonly number: number;
  readonly content: VersionContent;
  readonly digest: string;
  /** null while the renderer has not made it. */
  readonly proof: ClaimedProof | null;
  readonly planes: ProofPlanes;
  readonly decisions: readonly { readonly digest: string }[];
};

export type ClaimedProof = ProofNumbers & {
  readonly masterDigest: string;
  readonly resultDigest: string;
  readonly planesDigest: string;
};

type ProofNumbers = {
  readonly changedInside: number;
  readonly changedOutside: number;
  readonly changedInLocks: number;
};

/** What the files themselves say, recomputed. */
export type VersionFindings = ProofNumbers & {
  readonly masterDigest: string;
  /** Of the profile inside the master; null: none, so sRGB. */
  readonly profileDigest: string | null;
  /** Of the stored result. */
  readonly resultDigest: string;
  /** Of master and layers composited anew. */
  readonly recomposedDigest: string;
};

/** Files that are not there or not what their names say, so that nothing could be recomputed. */
export type WrongFile = {
  /** For people: “layer 2’s patch”. */
  readonly name: string;
  readonly why: 'missing' | 'changed' | 'unreadable';
};

/** What recomputing came to. */
export type Recomputed = VersionFindings | { readonly wrongFiles: readonly WrongFile[] };

export type Verdict = {
  readonly holds: boolean;
  /** null when files were wrong. */
  readonly findings: VersionFindings | null;
  readonly reasons: readonly DoubtCode[];
  /** All of it in one line. */
  readonly says: string;
};

export type DoubtCode = keyof typeof doubts | 'files';

/** Holds what was recomputed against what is claimed. The same judgement on the server and with whoever does not trust it. */
export function judgeVersion(claims: VersionClaims, found: Recomputed): Verdict {
  const wrongFiles = 'wrongFiles' in found ? found.wrongFiles : [];
  const findings = 'wrongFiles' in found ? null : found;
  const codes = (Object.keys(doubts) as (keyof typeof doubts)[]).filter((code) =>
    doubts[code].isRaised(claims, findings),
  );
  const said = [
    ...wrongFiles.map(({ name, why }) => `${name} is ${why}`),
    ...codes.map((code) => doubts[code].says),
  ];
  const reasons = [...(wrongFiles.length > 0 ? (['files'] as const) : []), ...codes];
  const holds = findings !== null && reasons.length === 0;
  return { holds, findings, reasons, says: holds ? praise(claims, findings) : blame(claims, said) };
}

type Doubt = {
  readonly says: string;
  readonly isRaised: (claims: VersionClaims, found: VersionFindings | null) => boolean;
};

/** Each way in which a version can be other than it is said to be. */
const doubts = {
  content: {
    says: 'its digest is not that of its content',
    isRaised: ({ content, digest }) => versionDigest(content) !== digest,
  },
  decision: {
    says: 'a decision names another digest',
    isRaised: ({ decisions, digest }) => decisions.some((decision) => decision.digest !== digest),
  },
  'no-proof': { says: 'its proof has not been made', isRaised: ({ proof }) => !proof },
  planes: {
    says: 'permitted alphas or locks are not those its proof was counted under',
    isRaised: ({ proof, planes }) => proof !== null && proof.planesDigest !== planesDigest(planes),
  },
  master: {
    says: 'the master is not the one its content names',
    isRaised: ({ content, proof }, found) =>
      (proof !== null && proof.masterDigest !== content.masterDigest) ||
      (found !== null &&
        (found.masterDigest !== content.masterDigest || found.profileDigest !== content.profileDigest)),
  },
  result: {
    says: 'the stored result is not what master and layers give',
    isRaised: (_, found) => found !== null && found.resultDigest !== found.recomposedDigest,
  },
  'proof-result': {
    says: 'the stored result is not the one its proof names',
    isRaised: ({ proof }, found) =>
      proof !== null && found !== null && proof.resultDigest !== found.resultDigest,
  },
  outside: {
    says: 'pixels have changed outside what was permitted',
    isRaised: (_, found) => found !== null && found.changedOutside > 0,
  },
  locks: {
    says: 'pixels have changed in a lock',
    isRaised: (_, found) => found !== null && found.changedInLocks > 0,
  },
  counts: {
    says: 'its proof counts other pixels than there are',
    isRaised: ({ proof }, found) =>
      proof !== null &&
      found !== null &&
      (proof.changedInside !== found.changedInside ||
        proof.changedOutside !== found.changedOutside ||
        proof.changedInLocks !== found.changedInLocks),
  },
} as const satisfies Record<string, Doubt>;

function praise({ number, digest, decisions }: VersionClaims, found: VersionFindings): string {
  const decided = decisions.length > 0 ? `, and what ${decisions.length} decisions name` : '';
  return (
    `v${number} holds: ${found.changedInside} pixels changed where they were permitted to, 0 outside, 0 in locks; ` +
    `the result is exactly master and layers; digest ${digest} is its content’s${decided}.`
  );
}

function blame({ number }: VersionClaims, reasons: readonly string[]): string {
  return `v${number} does not hold: ${reasons.join('; ')}.`;
}
