import { aBoard, aStudio } from '@pinpaint/actions/testing';
import { setSticky } from '@pinpaint/board';
import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openTestApi } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const studio = await aStudio(api.ctx);
const { artist, director } = studio.people;
const board = await aBoard(api.ctx, studio);
const history = `GET /boards/${board.id}/history`;

const doc = new Y.Doc();
setSticky(doc, 's', { x: 0, y: 0, width: 9, height: 9, text: 'note', colour: 'green' });
const at = { studioId: studio.studioId, boardId: board.id };
const update = Uint8Array.from(Y.encodeStateAsUpdate(doc));
await api.ctx.db.boardUpdate.create({ data: { ...at, seq: 1, update, personIds: [artist.actor.personId] } });

it('answers with a board as it was, and with what was done on it', async () => {
  const { json } = await api.ask(history, { as: artist.token });
  expect(json.items).toMatchObject([{ seq: 1, changes: { stickies: { added: 1 } } }]);
  const then = await api.fetch(`${history}/1`, { as: artist.token });
  const past = new Y.Doc();
  Y.applyUpdate(past, new Uint8Array(await then.arrayBuffer()));
  expect(past.getMap('stickies').toJSON()).toEqual(doc.getMap('stickies').toJSON());
});

it('tells who looks too often when to come back, and lets everybody else look', async () => {
  const look = () => api.ask(`${history}/2`, { as: artist.token });
  const refused = async () => {
    for (let n = 0; n < 20; n += 1) {
      const answers = await Promise.all(Array.from({ length: 100 }, look));
      const refusal = answers.find(({ status }) => status !== 404);
      if (refusal) return refusal;
    }
    throw new Error('Nobody was refused');
  };
  const { status, json, headers } = await refused();
  expect([status, json.code]).toEqual([429, 'history.too-many-looks']);
  expect(headers.get('retry-after')).toBe(String(json.retryAfterSeconds));
  expect((await api.ask(history, { as: director.token })).status).toBe(200);
});
