import { type FrameId, type LinkId, newId, type PinId } from '@pinpaint/domain';
import type { ApiClient } from '../api/ApiClient.ts';
import type { Case } from './cases.ts';
import type { Stage } from './openStage.ts';
import { entered, made, madeLink, pin } from './schemas.ts';

export type DroppedPin = {
  readonly id: PinId;
  /** As the studio reads the note; null: it can't tell. */
  readonly intent: string | null;
  /** Who dropped it, bound to their link. */
  readonly client: ApiClient;
};

/** The artist makes a review link; the client comes in by it, without an account, and writes the note. */
export async function dropPin(
  stage: Stage,
  { id, note, region, extend }: Case,
  frameId: FrameId,
): Promise<DroppedPin> {
  const { artist, nobody, projectId, boardId } = stage;
  const link = await artist.post(
    `/projects/${projectId}/links`,
    { id: newId<LinkId>(), boardId, name: id },
    madeLink,
  );
  const { secret } = await nobody.post('/review/enter', { token: link.secret, name: 'Client' }, entered);
  const client = nobody.as(secret);
  const pinId = newId<PinId>();
  await client.post(
    `/frames/${frameId}/pins`,
    {
      id: pinId,
      region: region ? { kind: 'lasso', points: region } : { kind: 'none' },
      note,
      ...(extend ? { extend: { aspect: aspectOf(extend.aspect), anchor: extend.anchor } } : {}),
    },
    made,
  );
  const { reading } = await artist.get(`/pins/${pinId}`, pin);
  return { id: pinId, intent: reading.wish?.kind ?? null, client };
}

function aspectOf(text: string): { width: number; height: number } {
  const [width = 0, height = 0] = text.split(':').map(Number);
  return { width, height };
}
