import { join } from 'node:path';
import type { EvidenceFile, VerifyRequest } from '@pinpaint/pictures';
import { type ApiClient, ApiRefusal } from '../api/ApiClient.ts';
import type { Evidence } from './evidence.ts';

/** The version's files, under `dir`. What the server can't give is missing, which is a finding and no failure. */
export async function downloadEvidence(
  client: ApiClient,
  { content, planes, files }: Evidence,
  dir: string,
): Promise<VerifyRequest> {
  let fetched = 0;

  async function fetchTo(href: string | null | undefined): Promise<string | null> {
    if (!href) return null;
    fetched += 1;
    const path = join(dir, String(fetched));
    try {
      await client.download(href, path);
      return path;
    } catch (error) {
      if (error instanceof ApiRefusal) return null;
      throw error;
    }
  }

  async function fileOf(
    name: string,
    digest: string,
    href: string | null | undefined,
  ): Promise<EvidenceFile> {
    return { name, digest, path: await fetchTo(href) };
  }

  const layers: VerifyRequest['layers'][number][] = [];
  for (const [place, { visible, rect, opacity, patchDigest, alphaDigest }] of content.layers.entries()) {
    if (!visible) continue;
    const at = files.layers[place];
    const patch = await fileOf(`layer ${place + 1}’s patch`, patchDigest, at?.patch);
    const alpha = await fileOf(`layer ${place + 1}’s alpha`, alphaDigest, at?.alpha);
    layers.push({ place, rect, opacity, patch, alpha });
  }
  const permitted: VerifyRequest['permitted'][number][] = [];
  for (const [n, { digest, rect }] of planes.permitted.entries()) {
    permitted.push({ rect, file: await fileOf(`permitted alpha ${n + 1}`, digest, files.permitted[n]) });
  }
  const locks: VerifyRequest['locks'][number][] = [];
  for (const [n, lock] of planes.locks.entries()) {
    const { region } = lock;
    const mask =
      region.kind === 'raster' ? await fileOf(`lock ${n + 1}’s mask`, region.mask, files.lockMasks[n]) : null;
    locks.push({ ...lock, mask });
  }
  const masterPath = await fetchTo(files.master);
  const resultPath = await fetchTo(files.result);
  return { bounds: content.bounds, masterPath, resultPath, layers, permitted, locks };
}
