import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeVersion, parseId, type VersionId } from '@pinpaint/domain';
import { verifyVersion as recompute } from '@pinpaint/pictures';
import type { ApiClient } from '../api/ApiClient.ts';
import { StackFailure } from '../stack/StackFailure.ts';
import { downloadEvidence } from './downloadEvidence.ts';
import { claimsOf, evidenceSchema } from './evidence.ts';
import type { Checked } from './verify.ts';

/** Fetches all that the version follows from, and recomputes it on this machine. */
export async function verifyVersion(client: ApiClient, what: string): Promise<Checked> {
  const versionId = parseId<VersionId>(what);
  if (!versionId) throw new StackFailure('verify.what', `“${what}” is neither a version’s id nor “ledger”`);
  const evidence = await client.get(`/versions/${versionId}/evidence`, evidenceSchema);
  const dir = await mkdtemp(join(tmpdir(), 'pinpaint-verify-'));
  try {
    return judgeVersion(claimsOf(evidence), await recompute(await downloadEvidence(client, evidence, dir)));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
