import { type FrameId, type LockId, newId } from '@pinpaint/domain';
import { sessionApi } from '../data/api.ts';
import type { Frame, Lock } from '../data/types.ts';

/** Making a master takes seconds; a machine that needs this long is in trouble. */
const limitMs = 120_000;
const lookEveryMs = 300;

export type FreshPicture = { readonly boardId: string; readonly of: string; readonly name: string };

/** The same photograph once more, with its locks: what came of the first one stays as it is. */
export async function addFreshPicture({ boardId, of, name }: FreshPicture): Promise<FrameId> {
  const id = newId<FrameId>();
  const query = new URLSearchParams({ id, name });
  await sessionApi.upload<Frame>(`/boards/${boardId}/frames?${query}`, await masterOf(of), { key: id });
  await untilReady(id);
  const { items } = await sessionApi.get<{ items: readonly Lock[] }>(`/frames/${of}/locks`);
  for (const lock of items) {
    await sessionApi.post(`/frames/${id}/locks`, {
      id: newId<LockId>(),
      name: lock.name,
      region: lock.region,
    });
  }
  return id;
}

async function masterOf(frameId: string): Promise<Blob> {
  const answer = await fetch(sessionApi.url(`/frames/${frameId}/master`));
  if (!answer.ok) throw new Error(`The master of ${frameId} was answered by ${answer.status}.`);
  return answer.blob();
}

async function untilReady(id: FrameId): Promise<void> {
  const endsAt = Date.now() + limitMs;
  for (;;) {
    const { state } = await sessionApi.get<Frame>(`/frames/${id}`);
    if (state === 'ready') return;
    if (state === 'failed' || Date.now() > endsAt) throw new Error(`The picture ${id} is ${state}.`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
