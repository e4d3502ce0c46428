import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { containsRect, type Recomputed, rectOfSize, type WrongFile } from '@pinpaint/domain';
import { readProfile } from '../colour/readProfile.ts';
import { digestSamples } from '../master/makeMaster.ts';
import { type MasterFormat, masterFormat } from '../master/masterFormat.ts';
import { readStrips } from '../master/readStrips.ts';
import { compositeStrips } from './compositeStrips.ts';
import type { EvidenceFile, EvidenceFiles } from './evidenceFiles.ts';
import { openEvidence, UnreadableFile } from './openEvidence.ts';
import { proveVersion } from './proveVersion.ts';

export type VerifyRequest = EvidenceFiles & { readonly resultPath: string | null };

/**
 * Recomputes a version's whole proof from master, layers and result. Nothing anybody says about them is
 * believed: hold what was found against the claims by domain's `judgeVersion`.
 */
export async function verifyVersion(request: VerifyRequest): Promise<Recomputed> {
  const wrong = await wrongFiles(request);
  if (wrong.length > 0) return { wrongFiles: wrong };
  const { bounds, masterPath, resultPath } = request;
  try {
    const master = await sampled('the master', masterPath);
    const result = await sampled('the result', resultPath);
    const after = { ...master.format, width: bounds.width, height: bounds.height };
    // Frames grow, they never shrink.
    if (!containsRect(bounds, rectOfSize(master.format))) return oneWrong('the master', 'changed');
    if (!sameFormat(result.format, after)) return oneWrong('the result', 'changed');
    const { source, permitted, locks } = await openEvidence(request);
    const paths = { masterPath: master.path, resultPath: result.path };
    const counts = await proveVersion({ ...paths, bounds, permitted, locks });
    return {
      ...counts,
      masterDigest: master.digest,
      profileDigest: master.profileDigest,
      resultDigest: result.digest,
      recomposedDigest: await digestSamples(after, master.profileDigest, compositeStrips(source)),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) return oneWrong(error.message, 'unreadable');
    throw error;
  }
}

function oneWrong(name: string, why: WrongFile['why']): Recomputed {
  return { wrongFiles: [{ name, why }] };
}

/** Patches, alphas and masks are named by their bytes; master and result by their samples, which come later. */
async function wrongFiles(request: VerifyRequest): Promise<WrongFile[]> {
  const wrong: WrongFile[] = [];
  if (!request.masterPath) wrong.push({ name: 'the master', why: 'missing' });
  if (!request.resultPath) wrong.push({ name: 'the result', why: 'missing' });
  for (const file of namedFiles(request)) {
    if (!file.path) wrong.push({ name: file.name, why: 'missing' });
    else if ((await digestOfFile(file.path)) !== file.digest) wrong.push({ name: file.name, why: 'changed' });
  }
  return wrong;
}

function namedFiles({ layers, permitted, locks }: EvidenceFiles): EvidenceFile[] {
  return [
    ...layers.flatMap(({ patch, alpha }) => [patch, alpha]),
    ...permitted.map(({ file }) => file),
    ...locks.flatMap(({ mask }) => mask ?? []),
  ];
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

type Sampled = {
  readonly path: string;
  readonly format: MasterFormat;
  readonly profileDigest: string | null;
  readonly digest: string;
};

/** Whatever libvips can't make sense of is a file that was tampered with or has rotted, and a finding like any other. */
async function sampled(name: string, path: string | null): Promise<Sampled> {
  if (!path) throw new UnreadableFile(name);
  try {
    const format = await masterFormat(path);
    const profile = format.icc && readProfile(format.icc);
    const profileDigest = profile?.ok ? profile.value.digest : null;
    return {
      path,
      format,
      profileDigest,
      digest: await digestSamples(format, profileDigest, readStrips(path)),
    };
  } catch {
    throw new UnreadableFile(name);
  }
}

function sameFormat(a: MasterFormat, b: MasterFormat): boolean {
  return a.width === b.width && a.height === b.height && a.depth === b.depth && a.channels === b.channels;
}
