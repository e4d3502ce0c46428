import type { FrameId } from '@pinpaint/domain';
import type { ApiClient } from '../api/ApiClient.ts';
import type { Stage } from './openStage.ts';
import type { Proposal } from './runEdit.ts';
import { accepted, type Version, version } from './schemas.ts';

type Approval = { readonly proposal: Proposal; readonly frameId: FrameId; readonly client: ApiClient };

/** Compositing and proving 120 megapixels takes a while. */
const proofLimitMs = 5 * 60_000;

/** The artist takes the best and submits; the client signs off; the director approves what both have seen. */
export async function approveBest(
  { artist, director }: Stage,
  { proposal, client }: Approval,
): Promise<Version> {
  const { versionId } = await artist.post(`/candidates/${proposal.best.id}/accept`, {}, accepted);
  const { digest } = await artist.post(`/versions/${versionId}/submit`, {}, version);
  await artist.until(`/versions/${versionId}`, version, {
    wanted: ({ proof }) => proof !== null,
    limitMs: proofLimitMs,
  });
  await client.post(`/versions/${versionId}/sign-off`, { kind: 'sign_off', digest }, version);
  return director.post(`/versions/${versionId}/decision`, { kind: 'approve', digest }, version);
}
