import { aGuest, aLink, aProject, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type PinId, type ProjectId, type TokenId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi, testPublicUrl } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { owner, artist } = studio.people;
const project = await aProject(ctx, studio);

describe('a person', () => {
  it('is shown a new token’s secret once, and it works until it is revoked', async () => {
    const wish = { id: newId<TokenId>(), name: 'a laptop' };
    const made = await api.ask('POST /tokens', { as: artist.token, json: wish });
    expect(made.json).toMatchObject({
      token: { id: wish.id, name: 'a laptop', expiresAt: null },
      secret: expect.stringMatching(/^ppt_[\w-]{43}$/),
    });
    expect((await api.ask('GET /me', { as: made.json.secret })).status).toBe(200);
    const listed = await api.ask('GET /tokens', { as: artist.token });
    expect(JSON.stringify(listed.json)).not.toContain(made.json.secret);
    expect((await api.ask(`DELETE /tokens/${wish.id}`, { as: artist.token })).status).toBe(204);
    const after = await api.ask('GET /me', { as: made.json.secret });
    expect([after.status, after.json.code, after.headers.get('www-authenticate')]).toEqual([
      401,
      'auth.invalid',
      'Bearer',
    ]);
  });

  it('can’t revoke another’s token, nor learn that there is one', async () => {
    const wish = { id: newId<TokenId>(), name: 'mine' };
    await api.ask('POST /tokens', { as: artist.token, json: wish });
    const answer = await api.ask(`DELETE /tokens/${wish.id}`, { as: owner.token });
    expect([answer.status, answer.json.code]).toEqual([404, 'token.not-found']);
  });

  it('can’t make a token that has ended before it began', async () => {
    const json = { id: newId<TokenId>(), name: 'late', expiresAt: '2020-01-01T00:00:00+02:00' };
    const answer = await api.ask('POST /tokens', { as: artist.token, json });
    expect([answer.status, answer.json.code]).toEqual([422, 'expiry.past']);
  });
});

describe('a guest', () => {
  const makeLink = async (wish: object = {}) => {
    const json = { id: newId<PinId>(), name: 'Client', ...wish };
    return (await api.ask(`POST /projects/${project.id}/links`, { as: owner.token, json })).json;
  };
  const enter = (token: string, name = 'Guest') => api.ask('POST /review/enter', { json: { token, name } });

  it('enters by the address of a link, and is told what they may see', async () => {
    const { url } = await makeLink({ maySignOff: false });
    expect(url).toMatch(new RegExp(`^${testPublicUrl}/r/ppl_`));
    const entered = await enter(url.split('/r/')[1]);
    expect(entered.status).toBe(201);
    const { json } = await api.ask('GET /review', { as: entered.json.secret });
    expect(json).toEqual(entered.json.review);
    expect(json).toMatchObject({
      guest: { id: entered.json.guestId, name: 'Guest' },
      link: { mayComment: true, maySignOff: false },
      project: { id: project.id, name: project.name },
    });
  });

  it('is listed with their link', async () => {
    const { link, secret } = await makeLink();
    const { json } = await enter(secret, '  Somebody\nnew ');
    const listed = await api.ask(`GET /projects/${project.id}/links`, { as: owner.token });
    const item = listed.json.items.find(({ id }: { id: string }) => id === link.id);
    expect(item.guests).toMatchObject([{ id: json.guestId, name: 'Somebody new' }]);
  });

  it.each(['', 'ppl_', `ppl_${'A'.repeat(43)}`, owner.token, 'x'.repeat(200)])(
    'does not enter by %.10s',
    async (token) => {
      const answer = await enter(token);
      expect([answer.status, answer.json.code]).toEqual([404, 'link.not-found']);
    },
  );

  it('is shut out at once when the link is revoked, and nobody else enters', async () => {
    const { link, secret } = await makeLink();
    const { json } = await enter(secret);
    expect((await api.ask(`DELETE /links/${link.id}`, { as: owner.token })).status).toBe(204);
    for (const answer of [await api.ask('GET /review', { as: json.secret }), await enter(secret)])
      expect([answer.status, answer.json.code]).toEqual([410, 'link.revoked']);
  });

  it('is shut out when the link has expired', async () => {
    const { link, secret } = await makeLink({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    const { json } = await enter(secret);
    await ctx.db.reviewLink.update({ where: { id: link.id }, data: { expiresAt: new Date() } });
    for (const answer of [await api.ask('GET /review', { as: json.secret }), await enter(secret)])
      expect([answer.status, answer.json.code]).toEqual([410, 'link.expired']);
  });

  it('does not enter a link over and over, and is told when to come back', async () => {
    const { secret } = await makeLink();
    const enterAs = (from: string, token = secret) =>
      api.ask('POST /review/enter', { json: { token, name: 'Guest' }, from });
    const before = await ctx.db.guest.count();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => enterAs(`192.0.2.${n}`)));
    const refused = answers.filter(({ status }) => status !== 201);
    // A slow machine may give one or two back meanwhile.
    const entered = answers.length - refused.length;
    expect([entered >= 30, refused.length > 0]).toEqual([true, true]);
    expect(await ctx.db.guest.count()).toBe(before + entered);
    for (const { status, json, headers } of refused) {
      expect([status, json.code]).toEqual([429, 'review.too-many-tries']);
      expect(headers.get('retry-after')).toBe(String(json.retryAfterSeconds));
      expect(json.retryAfterSeconds).toBeGreaterThan(0);
    }
    const { secret: another } = await makeLink();
    expect((await enterAs('192.0.2.1', another)).status).toBe(201);
  });

  it('tries no more links from one address than a whole house would', async () => {
    const tryOne = (from: string) =>
      api.ask('POST /review/enter', { json: { token: `ppl_${newId()}`, name: 'Guest' }, from });
    // At once: every second a try comes back.
    const all = await Promise.all(Array.from({ length: 120 }, () => tryOne('198.51.100.9')));
    const statuses = all.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(60);
    expect(statuses).toContain(429);
    expect((await tryOne('198.51.100.10')).status).toBe(404);
  });

  it('gets a cookie that no script reads, sent over TLS alone', async () => {
    const { secret } = await makeLink();
    const cookie = (await enter(secret)).headers.get('set-cookie');
    expect(cookie).toMatch(/^pinpaint_guest=ppg_[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('a guest’s cookie', async () => {
  const link = await aLink(ctx, studio, { projectId: project.id });
  const { token } = await aGuest(ctx, link);
  const cookie = `pinpaint_guest=${token}`;
  const json = { id: newId<ProjectId>(), name: 'x' };

  it('reads from anywhere', async () => {
    expect((await api.ask('GET /review', { headers: { cookie } })).status).toBe(200);
  });

  it.each([
    [{}],
    [{ origin: 'https://evil.example.test' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site', origin: testPublicUrl }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('does not write with %j', async (headers) => {
    const answer = await api.ask('POST /projects', { json, headers: { cookie, ...headers } });
    expect([answer.status, answer.json.code]).toEqual([403, 'auth.foreign-page']);
  });

  it.each([[{ origin: testPublicUrl }], [{ 'sec-fetch-site': 'same-origin' }]])(
    'writes with %j, as far as a guest may',
    async (headers) => {
      const answer = await api.ask('POST /projects', { json, headers: { cookie, ...headers } });
      expect([answer.status, answer.json.code]).toEqual([404, 'studio.not-found']);
    },
  );

  it('does not stand in for a token that is wrong', async () => {
    const answer = await api.ask('GET /review', { as: 'ppt_wrong', headers: { cookie } });
    expect(answer.json.code).toBe('auth.invalid');
  });
});
