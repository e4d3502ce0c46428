import { createStudio } from '@pinpaint/actions';
import { freePort } from '@pinpaint/config';
import { createDb } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { client, IdentityProvider } from './IdentityProvider.ts';
import { cookieHeader, type Got, WebProcess } from './WebProcess.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const ctx = { db, now: () => new Date() };
const port = await freePort();
const provider = await IdentityProvider.open(() => `http://localhost:${port}/api/auth/callback/oidc`);
const web = await WebProcess.start(url, {
  PORT: String(port),
  OIDC_ISSUER: provider.url,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  OIDC_NAME: 'Studio <ID>',
  AUTH_SECRET: 'only-of-this-test-'.padEnd(40, '-'),
});
afterAll(async () => {
  await Promise.all([web.stop(), provider.close()]);
  await db.$disconnect();
});

const studios = { mine: '' };
beforeAll(async () => {
  const owner = { email: 'one@studio.test', name: 'Owner' };
  const made = await createStudio(ctx, { name: 'Ours', owner });
  if (!made.ok) throw new Error(made.error.code);
  studios.mine = made.value.studioId;
});

const leave = () => web.submit('/api/auth/oidc', { to: '/boards/1' });

/** As a browser goes through the provider. @returns the address it is sent back to */
async function passProvider(left: Got): Promise<string> {
  let at = (/href="([^"]+)"/.exec(left.text)?.[1] ?? '').replaceAll('&amp;', '&');
  const jar = new Map<string, string>();
  for (let hop = 0; at.startsWith(provider.url); hop += 1) {
    if (hop > 10) throw new Error(`It goes round in circles at ${at}`);
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) throw new Error(await answer.text());
    at = new URL(next, at).href;
  }
  return at.slice(web.url.length);
}

const comeBack = (path: string, { cookies }: Pick<Got, 'cookies'>) =>
  web.ask(path, { headers: { cookie: cookieHeader(cookies) } });

const meBy = ({ cookies }: Got) => web.ask('/api/v1/me', { headers: { cookie: cookieHeader(cookies) } });

it('signs in a member whose address the provider has verified', async () => {
  expect((await web.ask('/sign-in')).text).toContain('Studio &lt;ID&gt;');
  provider.account = { sub: 'subject-1', email: 'One@Studio.test', email_verified: true };
  const left = await leave();
  expect(left.status).toBe(200);
  const back = await passProvider(left);
  expect(back).toMatch(/^\/api\/auth\/callback\/oidc\?code=/);
  const entered = await comeBack(back, left);
  expect([entered.status, entered.location]).toEqual([303, '/boards/1']);
  expect(JSON.parse((await meBy(entered)).text)).toMatchObject({ studio: { id: studios.mine } });
  const again = await comeBack(back, left);
  expect(again.location).toBe('/sign-in?problem=oidc');
});

it('knows them by their subject from then on, whatever their address has become', async () => {
  provider.account = { sub: 'subject-1', email: 'renamed@studio.test', email_verified: false };
  const left = await leave();
  const entered = await comeBack(await passProvider(left), left);
  expect(JSON.parse((await meBy(entered)).text)).toMatchObject({ person: { email: 'one@studio.test' } });
});

it.each([
  ['whose address is not verified', { sub: 'subject-2', email: 'one@studio.test', email_verified: false }],
  ['who is no member', { sub: 'subject-3', email: 'stranger@id.test', email_verified: true }],
])('lets nobody in %s', async (_, account) => {
  provider.account = account;
  const left = await leave();
  const answer = await comeBack(await passProvider(left), left);
  expect([answer.location, answer.cookies.join()]).toEqual([
    '/sign-in?problem=oidc',
    expect.not.stringContaining('pinpaint_session'),
  ]);
  expect(await db.person.count()).toBe(1);
  expect(await db.identity.count()).toBe(1);
});

it('takes an answer only in the browser that has asked', async () => {
  provider.account = { sub: 'subject-1', email: 'one@studio.test', email_verified: true };
  const left = await leave();
  const back = await passProvider(left);
  expect((await comeBack(back, { cookies: [] })).location).toBe('/sign-in?problem=oidc');
  const another = await leave();
  expect((await comeBack(back, another)).location).toBe('/sign-in?problem=oidc');
});

it('is begun by a form of our own pages only', async () => {
  const answer = await web.ask('/api/auth/oidc', { form: {}, headers: { origin: 'https://evil.example' } });
  expect(answer.status).toBe(403);
});
