import { type FrameId, newId } from '@pinpaint/domain';
import type { TestApi } from './openTestApi.ts';
import { until } from './until.ts';

type Upload = { readonly boardId: string; readonly as: string; readonly file: Uint8Array };

/** A frame with a picture, once its master is made. */
export async function uploadPicture(api: TestApi, { boardId, as, file }: Upload): Promise<FrameId> {
  const frameId = newId<FrameId>();
  const headers = { 'content-type': 'application/octet-stream' };
  const what = `POST /boards/${boardId}/frames?id=${frameId}&name=a`;
  const sent = await api.ask(what, { as, headers, body: Buffer.from(file) });
  if (sent.status !== 201) throw new Error(`The picture was refused: ${JSON.stringify(sent.json)}`);
  await until('it is ingested', async () => (await api.ask(`GET /frames/${frameId}`, { as })).json.master);
  return frameId;
}
