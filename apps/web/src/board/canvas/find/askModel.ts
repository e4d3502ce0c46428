import type { FrameId } from '@pinpaint/domain';
import type { SelectHints } from '@pinpaint/imaging';
import { ApiError } from '../../../data/ApiError.ts';
import { sessionApi } from '../../../data/api.ts';
import type { Segmenter, Selected } from '../../../data/types.ts';
import type { PictureSource } from '../scene.ts';
import type { FindAnswer } from './findThing.ts';

type ModelWish = {
  readonly frameId: FrameId;
  readonly source: PictureSource;
  readonly hints: SelectHints;
};

type ModelAnswer =
  | (FindAnswer & { readonly ok: true })
  | { readonly ok: false; readonly why: 'nothing' | 'away' };

/** Somewhat longer than the server waits for its worker. */
const limitMs = 15_000;

/** What the server's model finds; null: it has none. Whatever goes wrong, edges are still there to be looked for. */
export async function askModel({ frameId, source, hints }: ModelWish): Promise<ModelAnswer | null> {
  const signal = AbortSignal.timeout(limitMs);
  const offered = sessionApi.get<Segmenter>(`/frames/${frameId}/segmenter`, signal);
  const name = await offered.then((segmenter) => segmenter.name).catch(() => null);
  if (!name) return null;
  const body = { versionId: versionOf(source), ...hints };
  try {
    const path = `/frames/${frameId}/selections`;
    const { region, segmenter } = await sessionApi.post<Selected>(path, body, undefined, signal);
    return region.kind === 'lasso' ? { ok: true, value: region, segmenter } : { ok: false, why: 'away' };
  } catch (error) {
    const isEmpty = error instanceof ApiError && error.code === 'selection.nothing';
    return { ok: false, why: isEmpty ? 'nothing' : 'away' };
  }
}

function versionOf({ path }: PictureSource): string | null {
  return /^\/versions\/([^/]+)$/.exec(path)?.[1] ?? null;
}
