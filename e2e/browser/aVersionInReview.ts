import { newId } from '@pinpaint/domain';
import { until } from '../../apps/web/src/api/testing/until.ts';
import type { Demo } from './openDemo.ts';

/** Of one of the demo's pictures, made through the API, as a program of the artist's would. */
export async function aVersionInReview(demo: Demo, name: string): Promise<string> {
  const ask = demo.as('artist');
  const [pinId, editId] = [newId(), newId()];
  const region = { kind: 'ellipse', cx: 276, cy: 228, rx: 200, ry: 160 };
  await ask(`POST /frames/${demo.frameId(name)}/pins`, { id: pinId, region, note: 'make it warmer' });
  await ask(`POST /pins/${pinId}/edits`, { id: editId, engine: 'grade' });
  const [{ id: candidateId }] = await until('it is proposed', async () => {
    const { json } = await ask(`GET /frames/${demo.frameId(name)}/edits`);
    const edit = json.items.find(({ state }: { state: string }) => state === 'proposed');
    return edit && (await ask(`GET /edits/${edit.id}/candidates`)).json.items;
  });
  const { json: taken } = await ask(`POST /candidates/${candidateId}/accept`, {});
  await ask(`POST /versions/${taken.versionId}/submit`, {});
  await until('it is rendered', async () => (await ask(`GET /versions/${taken.versionId}`)).json.proof);
  return taken.versionId;
}
