import { aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId } from '@pinpaint/domain';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Letter } from '../../mail/openMail.ts';
import { openTestApi, testPublicUrl } from '../testing/openTestApi.ts';

const sent: Letter[] = [];
const postMail = async (letter: Letter) => void sent.push(letter);
const api = await openTestApi((await createTestDatabase()).url, { postMail });
afterAll(() => api.stop());
const { people } = await aStudio(api.ctx, { name: 'Harbour' });
beforeEach(() => void sent.splice(0));

const as = people.owner.token;
const wish = (more: object = {}) => ({
  id: newId(),
  email: 'new@example.test',
  name: 'New',
  role: 'artist',
  ...more,
});

it('tells a new member by mail where to sign in, once for the same request', async () => {
  const json = wish();
  const key = 'the-same';
  for (const _ of [1, 2]) {
    const answer = await api.ask('POST /members', { as, json, key });
    expect([answer.status, answer.json.invited]).toEqual([201, true]);
  }
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ to: 'new@example.test', subject: 'You are a member of Harbour' });
  expect(sent[0]?.text).toContain(`${testPublicUrl}/sign-in`);
});

it('sends nothing when it is asked not to, nor about somebody who was refused', async () => {
  const quiet = await api.ask('POST /members', {
    as,
    json: wish({ email: 'quiet@example.test', invite: false }),
  });
  expect([quiet.status, quiet.json.invited]).toEqual([201, false]);
  const refused = await api.ask('POST /members', { as: people.artist.token, json: wish() });
  expect(refused.status).toBe(403);
  expect(sent).toEqual([]);
});
