import type { ProofCounts } from '@pinpaint/imaging';
import type { EvidenceFiles } from '../version/evidenceFiles.ts';
import { openEvidence } from '../version/openEvidence.ts';
import { proveVersion } from '../version/proveVersion.ts';

export type ProveWish = { readonly files: EvidenceFiles; readonly resultPath: string };

/** Counts what a stored result changes, and whether its evidence permits it. */
export async function proveEvidence({ files, resultPath }: ProveWish): Promise<ProofCounts> {
  const { source, permitted, locks } = await openEvidence(files);
  const { masterPath, bounds } = source;
  return proveVersion({ masterPath, bounds, permitted, locks, resultPath });
}
