import { createStudio } from '@pinpaint/actions';
import { createDb } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { foundDemoStudio } from '../apps/cli/src/stack/foundDemoStudio.ts';
import { cookieHeader, WebProcess } from './WebProcess.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const ctx = { db, now: () => new Date() };
const demo = await foundDemoStudio(ctx);
const { reviewToken } = demo;
const web = await WebProcess.start(url, {
  DEMO_STUDIO: demo.studioId,
  DEMO_LINK: reviewToken,
  DEMO_BOARD: demo.boardId,
  DEMO_FRAME: demo.frames[0]?.id ?? '',
});
const plain = await WebProcess.start(url);
afterAll(async () => {
  await Promise.all([web.stop(), plain.stop()]);
  await db.$disconnect();
});

describe('a page', () => {
  it.each(['/', '/sign-in', '/status', '/r/none', '/nothing-here'])(
    '%s runs only scripts that carry its nonce',
    async (path) => {
      const [one, two] = [await web.ask(path), await web.ask(path)];
      const nonceOf = ({ headers }: typeof one) =>
        /script-src 'nonce-([\w+/=]+)' 'strict-dynamic';/.exec(
          String(headers['content-security-policy']),
        )?.[1];
      expect(nonceOf(one)).toMatch(/^.{24}$/);
      expect(nonceOf(two)).not.toBe(nonceOf(one));
      const scripts = [...one.text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(3);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonceOf(one)}"`))).toEqual([]);
      expect(one.text).not.toMatch(/<[^>]+ on\w+="/);
      expect(one.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
    },
  );

  it('has no nonce that the request has brought', async () => {
    const brought = { 'content-security-policy': "script-src 'nonce-aaaaaaaaaaaaaaaaaaaaaaaa'" };
    expect((await web.ask('/', { headers: brought })).text).not.toContain('aaaaaaaaaaaaaaaaaaaaaaaa');
  });
});

describe('the first page', () => {
  it('leads through the demo at this very machine, and tells its link to nobody else', async () => {
    expect((await web.ask('/')).text).toContain(reviewToken);
    const elsewhere = await web.ask('/', { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect([elsewhere.status, elsewhere.location]).toEqual([307, '/sign-in']);
    const brought = {
      'x-pinpaint-tour': JSON.stringify({ link: '/r/x', boardId: '', frameId: '', addresses: [] }),
    };
    expect((await plain.ask('/', { headers: brought })).location).toBe('/sign-in');
  });

  it('sends those who are in to their projects', async () => {
    const entered = await web.submit('/api/auth/demo', { role: 'artist' });
    const cookie = cookieHeader(entered.cookies);
    expect((await web.ask('/', { headers: { cookie } })).location).toBe('/projects');
  });
});

it('only the client’s page stands in a frame, and only in ours', async () => {
  const ancestorsOf = async (path: string) =>
    /frame-ancestors ([^;]+)/.exec(String((await web.ask(path)).headers['content-security-policy']))?.[1];
  expect(await ancestorsOf('/r/none')).toBe("'self'");
  for (const path of ['/', '/sign-in', '/status']) expect(await ancestorsOf(path)).toBe("'none'");
});

describe('on the embedded stack', () => {
  it.each(['artist', 'director'])('the %s comes in by one click', async (role) => {
    expect((await web.ask('/sign-in')).text).toContain(`value="${role}"`);
    const entered = await web.submit('/api/auth/demo', { role, to: '/boards/1' });
    expect([entered.status, entered.location]).toEqual([303, '/boards/1']);
    expect(entered.cookies).toEqual([
      expect.stringMatching(
        /^pinpaint_session=pps_[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    const me = await web.ask('/api/v1/me', { headers: { cookie: cookieHeader(entered.cookies) } });
    expect(JSON.parse(me.text)).toMatchObject({ studio: { id: demo.studioId }, studioRole: role });
  });

  it('who comes in as another ends the session before', async () => {
    const artist = await web.submit('/api/auth/demo', { role: 'artist' });
    const cookie = cookieHeader(artist.cookies);
    expect((await web.submit('/api/auth/demo', { role: 'director' }, cookie)).status).toBe(303);
    expect((await web.ask('/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });

  it('leads to no other site', async () => {
    const entered = await web.submit('/api/auth/demo', { role: 'artist', to: '//evil.example' });
    expect(entered.location).toBe('/');
  });

  it.each([{}, { origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'no other site’s form signs in: %j',
    async (headers) => {
      const answer = await web.ask('/api/auth/demo', { form: { role: 'artist' }, headers });
      expect([answer.status, answer.cookies]).toEqual([403, []]);
    },
  );

  it.each([
    ['a proxy', { 'x-forwarded-for': '203.0.113.4' }],
    ['a tunnel', { 'x-forwarded-host': 'pins.example' }],
    ['a name made to point at this machine', { host: 'rebound.example', origin: 'http://rebound.example' }],
  ])('behind %s there is no such thing', async (_, more) => {
    const headers = { origin: web.url, ...more, 'x-pinpaint-sign-in-ways': '{"demo":true}' };
    const answer = await web.ask('/api/auth/demo', { form: { role: 'artist' }, headers });
    expect([answer.status, answer.cookies]).toEqual([404, []]);
    expect((await web.ask('/sign-in', { headers })).text).not.toContain('/api/auth/demo');
  });

  it.each(['owner', 'viewer', 'nobody', ''])('nobody comes in as %j', async (role) => {
    const answer = await web.submit('/api/auth/demo', { role });
    expect([answer.status, answer.cookies]).toEqual([404, []]);
  });
});

describe('with a database of one’s own', () => {
  it('no demo person is offered, nor comes in', async () => {
    expect((await plain.ask('/sign-in')).text).not.toContain('/api/auth/demo');
    const answer = await plain.submit('/api/auth/demo', { role: 'artist' });
    expect([answer.status, answer.cookies]).toEqual([404, []]);
  });

  it('even a wrong DEMO_STUDIO lets nobody in as a real person', async () => {
    const made = await createStudio(ctx, {
      name: 'Real',
      owner: { email: 'owner@real.test', name: 'Owner' },
    });
    const { studioId, ownerId } = made.ok ? made.value : (undefined as never);
    await db.member.updateMany({ where: { studioId, personId: ownerId }, data: { role: 'artist' } });
    const wrong = await WebProcess.start(url, { DEMO_STUDIO: studioId });
    const answer = await wrong.submit('/api/auth/demo', { role: 'artist' });
    await wrong.stop();
    expect([answer.status, answer.cookies]).toEqual([404, []]);
  });
});
