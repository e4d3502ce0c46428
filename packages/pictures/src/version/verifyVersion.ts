import type { ProofCounts } from '@pinpaint/imaging';
import { readProfile } from '../colour/readProfile.ts';
import { digestSamples } from '../master/makeMaster.ts';
import { masterFormat } from '../master/masterFormat.ts';
import { readStrips } from '../master/readStrips.ts';
import { compositeStrips, type VersionSource } from './compositeStrips.ts';
import { proveVersion, type VersionProofRequest } from './proveVersion.ts';

export type VersionEvidence = {
  readonly source: VersionSource;
  readonly resultPath: string;
  readonly permitted: VersionProofRequest['permitted'];
  readonly locks: VersionProofRequest['locks'];
};

/** What the files themselves say; hold it against what was claimed. */
export type VersionFindings = ProofCounts & {
  readonly masterDigest: string;
  /** Of the stored result. */
  readonly resultDigest: string;
  /** Of master and layers composited anew; equal to `resultDigest` when the result is what they give. */
  readonly recomposedDigest: string;
};

/** Recomputes a version's whole proof from master, layers and result. */
export async function verifyVersion({
  source,
  resultPath,
  permitted,
  locks,
}: VersionEvidence): Promise<VersionFindings> {
  const { masterPath, bounds } = source;
  const format = await masterFormat(masterPath);
  const profile = format.icc && readProfile(format.icc);
  const profileDigest = profile?.ok ? profile.value.digest : null;
  const after = { ...format, width: bounds.width, height: bounds.height };
  const counts = await proveVersion({ masterPath, resultPath, bounds, permitted, locks });
  return {
    ...counts,
    masterDigest: await digestSamples(format, profileDigest, readStrips(masterPath)),
    resultDigest: await digestSamples(await masterFormat(resultPath), profileDigest, readStrips(resultPath)),
    recomposedDigest: await digestSamples(after, profileDigest, compositeStrips(source)),
  };
}
