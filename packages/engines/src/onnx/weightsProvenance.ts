import { basename } from 'node:path';
import type { ModelShelf } from './ModelShelf.ts';
import { weightsDigest } from './weightsDigest.ts';

type Weights = { readonly path: string; readonly licence?: string | undefined };

/** Which weights made a candidate and what ran them. @param graphs the first is the one that takes the time */
export async function weightsProvenance(
  { path, licence }: Weights,
  graphs: readonly [string, ...string[]],
  shelf: ModelShelf,
) {
  const provider = await shelf.with(graphs[0], async (model) => model.provider);
  return { weights: basename(path), sha256: await weightsDigest(graphs), licence: licence ?? null, provider };
}
