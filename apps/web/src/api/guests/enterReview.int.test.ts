import { aLink, aProject, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type LinkId, newId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';

const api = await openTestApi((await createTestDatabase()).url);
afterAll(() => api.stop());
const { ctx } = api;
const studio = await aStudio(ctx);
const { owner } = studio.people;
const project = await aProject(ctx, studio);

const make = (wish: object) =>
  api.ask(`POST /projects/${project.id}/links`, {
    as: owner.token,
    json: { id: newId<LinkId>(), name: 'Client', ...wish },
  });
const look = (token: string, from = '198.51.100.1') =>
  api.ask('POST /review/look', { json: { token }, from });
const enter = (wish: object) => api.ask('POST /review/enter', { json: { name: 'Guest', ...wish } });

describe('a look at a link', () => {
  it('says whose it is and what to bring, and changes nothing', async () => {
    const { link, secret } = await aLink(ctx, studio, { projectId: project.id, maySignOff: false });
    const before = await ctx.db.ledgerEvent.count();
    expect(await look(secret)).toMatchObject({
      status: 200,
      json: {
        id: link.id,
        studio: { name: 'Studio' },
        project: { name: project.name },
        mayComment: true,
        maySignOff: false,
        asksPassword: false,
        asksCode: false,
      },
    });
    expect(await ctx.db.ledgerEvent.count()).toBe(before);
  });

  it('says of a closed one that it is closed, and of none that there is none', async () => {
    const { link, secret } = await aLink(ctx, studio, { projectId: project.id });
    await api.ask(`DELETE /links/${link.id}`, { as: owner.token });
    expect(await look(secret)).toMatchObject({ status: 410, json: { code: 'link.revoked' } });
    expect(await look(`ppl_${'A'.repeat(43)}`)).toMatchObject({
      status: 404,
      json: { code: 'link.not-found' },
    });
  });

  it('shows whoever has come in by it what they may see, and nobody else', async () => {
    const [one, other] = [
      await aLink(ctx, studio, { projectId: project.id }),
      await aLink(ctx, studio, { projectId: project.id }),
    ];
    const entered = (await enter({ token: one.secret })).json;
    const lookAs = (secret: string, token: string) =>
      api.ask('POST /review/look?as=guest', {
        json: { token },
        headers: { cookie: `pinpaint_guest=${secret}` },
      });
    const shown = async (secret: string, token: string) => (await lookAs(secret, token)).json.review;
    expect(await shown(entered.secret, one.secret)).toEqual(entered.review);
    expect((await look(one.secret)).json.review).toBeNull();
    expect(await shown(entered.secret, other.secret)).toBeNull();
    expect(await shown(`ppg_${'A'.repeat(43)}`, one.secret)).toBeNull();
    await api.ask(`DELETE /links/${one.link.id}`, { as: owner.token });
    expect(await lookAs(entered.secret, one.secret)).toMatchObject({ status: 410 });
    expect(await shown(entered.secret, other.secret)).toBeNull();
  });

  it('is bounded as entering is', async () => {
    const { secret: token } = await aLink(ctx, studio, { projectId: project.id });
    // At once: every few seconds a try comes back. From elsewhere: an address has its bound too, and goes on below.
    const answers = await Promise.all(Array.from({ length: 45 }, () => look(token, '198.51.100.2')));
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 429, json: { code: 'review.too-many-tries' } });
  });
});

describe('a link with a password', async () => {
  const password = 'spring-2030';
  const made = await make({ password });
  const { secret: token } = made.json;

  it('says that it asks for one, and to nobody which', async () => {
    expect(made).toMatchObject({ status: 201, json: { link: { asksPassword: true, asksCode: false } } });
    expect((await look(token)).json).toMatchObject({ asksPassword: true });
    const listed = await api.ask(`GET /projects/${project.id}/links`, { as: owner.token });
    const kept = await Promise.all([
      ctx.db.reviewLink.findMany(),
      ctx.db.ledgerEvent.findMany(),
      ctx.db.idempotencyKey.findMany(),
    ]);
    const said = JSON.stringify([made.json, listed.json, kept], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(said).not.toContain(password);
    expect(said).toContain('$argon2id$');
    expect(JSON.stringify([made.json, listed.json])).not.toContain('argon2');
  });

  it.each([{}, { password: '' }, { password: 'spring-2031' }])('does not open to %j', async (wish) => {
    const before = await ctx.db.guest.count();
    expect(await enter({ token, ...wish })).toMatchObject({
      status: 403,
      json: { code: 'link.wrong-password' },
    });
    expect(await ctx.db.guest.count()).toBe(before);
  });

  it('opens to the right one, and its guest stays unverified', async () => {
    expect(await enter({ token, password })).toMatchObject({
      status: 201,
      json: { review: { guest: { name: 'Guest', verified: false } } },
    });
  });

  it('takes none that can be guessed by hand', async () => {
    expect((await make({ password: 'short' })).status).toBe(400);
  });
});

it('makes no link that asks for a code where no mail can be sent', async () => {
  expect(await make({ asksCode: true })).toMatchObject({
    status: 409,
    json: { code: 'mail.not-configured' },
  });
});
