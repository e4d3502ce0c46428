import type { EvidenceFiles } from '../version/evidenceFiles.ts';
import { openEvidence } from '../version/openEvidence.ts';
import { renderVersion } from '../version/renderVersion.ts';
import { thumbnail } from '../views/thumbnail.ts';

export type RenderWish = { readonly files: EvidenceFiles; readonly outputPath: string };

export type RenderedEvidence = {
  /** Names the samples of what was written. */
  readonly samplesDigest: string;
  readonly thumb: Uint8Array;
};

/** Composites a version whole, from its master and layers alone. */
export async function renderEvidence({ files, outputPath }: RenderWish): Promise<RenderedEvidence> {
  const { source } = await openEvidence(files);
  const { samplesDigest } = await renderVersion(source, outputPath);
  return { samplesDigest, thumb: await thumbnail(outputPath) };
}
