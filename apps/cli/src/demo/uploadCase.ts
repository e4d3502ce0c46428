import { type FrameId, type LockId, newId } from '@pinpaint/domain';
import type { Case } from './cases.ts';
import type { Stage } from './openStage.ts';
import { frame, made } from './schemas.ts';

/** A 120-megapixel master takes some 20 s on two cores. */
const ingestLimitMs = 120_000;

/** As the artist: the picture, and what must not move. */
export async function uploadCase(
  { artist, boardId }: Stage,
  oneCase: Case,
  file: Uint8Array,
): Promise<FrameId> {
  const frameId = newId<FrameId>();
  const path = `/boards/${boardId}/frames?id=${frameId}&name=${encodeURIComponent(oneCase.id)}`;
  await artist.upload(path, new Uint8Array(file), frame);
  const ready = await artist.until(`/frames/${frameId}`, frame, {
    wanted: ({ state }) => state !== 'ingesting',
    limitMs: ingestLimitMs,
  });
  if (ready.state === 'failed') throw new Error(`The picture can't be used: ${ready.failureCode}`);
  for (const { name, polygon } of oneCase.locks) {
    const region = { kind: 'lasso', points: polygon };
    await artist.post(`/frames/${frameId}/locks`, { id: newId<LockId>(), name, region }, made);
  }
  return frameId;
}
