import { type Action, actions } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { openApiDocument } from '../../app.ts';
import { noteRights } from './noteRights.ts';
import { pictureRights } from './pictureRights.ts';
import { seriesRights } from './seriesRights.ts';
import { studioRights } from './studioRights.ts';

const tried = { ...studioRights, ...pictureRights, ...noteRights, ...seriesRights };

/** Actions that no route asks for by themselves, with the reason. */
const withoutRoute: Partial<Record<Action, string>> = {
  'room.write': 'says what one who has joined may do there: rooms.int.test.ts',
  'event.read': 'says what of an event is heard, never whether one may ask: events.int.test.ts',
};

/** Routes that no role is asked for, with the reason. */
const withoutRole: Readonly<Record<string, string>> = {
  'POST /review/look': 'whoever holds a link may ask: enterReview.int.test.ts',
  'POST /review/code': 'whoever holds a link may ask: enterByCode.test.ts in e2e',
  'POST /review/enter': 'a link lets in who nobody is yet: auth.int.test.ts',
  'GET /review': 'a guest’s own link: auth.int.test.ts',
  'DELETE /tokens/{tokenId}': 'only ever one’s own: auth.int.test.ts',
  'GET /sessions': 'only ever one’s own: sessions.int.test.ts',
  'DELETE /sessions/current': 'only ever one’s own: sessions.int.test.ts',
  'POST /sessions/current/studio': 'only ever one’s own: sessions.int.test.ts',
  'DELETE /sessions/{sessionId}': 'only ever one’s own: sessions.int.test.ts',
  'GET /events': 'everybody hears what they may hear: events.int.test.ts',
  'GET /events/stream': 'everybody hears what they may hear: events.int.test.ts',
};

it('tries a route for every action of the table of rights', () => {
  const known = new Set(Object.values(tried).map(({ action }) => action));
  const missing = actions.filter((action) => !known.has(action) && !withoutRoute[action]);
  expect(missing).toEqual([]);
  expect(Object.keys(withoutRoute).filter((action) => known.has(action as Action))).toEqual([]);
});

it('tries every route of people and guests there is, and none that is not there', () => {
  const routes = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`),
  );
  const ofPeople = routes.filter((route) => !/ \/worker\//.test(route));
  const known = new Set(
    [...Object.keys(tried), ...Object.keys(withoutRole)].map((r) => r.replace(/\?.*/, '')),
  );
  expect([...known].sort()).toEqual([...new Set(ofPeople)].sort());
});
