import { createStudio } from '@pinpaint/actions';
import { createDb } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, expect, it } from 'vitest';
import { until } from '../apps/web/src/api/testing/until.ts';
import { Postbox } from './Postbox.ts';
import { cookieHeader, type Got, WebProcess } from './WebProcess.ts';

const { url } = await createTestDatabase();
const db = createDb(url);
const ctx = { db, now: () => new Date() };
const postbox = await Postbox.open();
const settings = {
  SMTP_URL: postbox.url,
  MAIL_FROM: 'Pinpaint <pins@studio.test>',
  AUTH_SECRET: 'a secret only of this test'.replaceAll(' ', '-').padEnd(40, '-'),
};
const web = await WebProcess.start(url, settings);
afterAll(async () => {
  await Promise.all([web.stop(), postbox.close()]);
  await db.$disconnect();
});

async function aMember(email: string) {
  const made = await createStudio(ctx, { name: 'Ours', owner: { email, name: 'Owner' } });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

const ask = (email: string) => web.submit('/api/auth/mail', { email, to: '/boards/1' });

/** The mailed link's form, as its page fills it in. */
async function linkFor(email: string, from = web.url): Promise<Record<string, string>> {
  const letter = await until(`a letter to ${email}`, async () =>
    postbox.letters.findLast(({ to }) => to.includes(email)),
  );
  const link = new URL(/http\S+/.exec(letter.text)?.[0] ?? '');
  expect(link.origin + link.pathname).toBe(`${from}/sign-in/mail`);
  return Object.fromEntries(link.searchParams);
}

const enter = (form: Record<string, string>, { cookies }: Pick<Got, 'cookies'>) =>
  web.submit('/api/auth/mail/enter', form, cookieHeader(cookies));

const meBy = ({ cookies }: Got) => web.ask('/api/v1/me', { headers: { cookie: cookieHeader(cookies) } });

it('signs in by a mailed link, once, in the browser that asked', async () => {
  const email = 'one@studio.test';
  const { studioId } = await aMember(email);
  expect((await web.ask('/sign-in')).text).toContain('action="/api/auth/mail"');
  const asked = await ask(`  ${email.toUpperCase()} `);
  expect([asked.status, asked.location]).toEqual([303, '/sign-in?sent']);
  const form = await linkFor(email);
  expect(form).toEqual({ email, to: '/boards/1', token: expect.stringMatching(/^[\da-f]{64}$/) });

  const page = await web.ask(`/sign-in/mail?${new URLSearchParams(form)}`);
  expect(page.text).toContain(form.token);
  const elsewhere = await enter(form, { cookies: [] });
  expect([elsewhere.location, elsewhere.cookies.join()]).toEqual([
    '/sign-in?problem=link',
    expect.not.stringContaining('pinpaint_session'),
  ]);

  const entered = await enter(form, asked);
  expect([entered.status, entered.location]).toEqual([303, '/boards/1']);
  expect(entered.cookies.filter((cookie) => cookie.startsWith('pinpaint_session='))).toEqual([
    expect.stringMatching(/^pinpaint_session=pps_[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/),
  ]);
  expect(JSON.parse((await meBy(entered)).text)).toMatchObject({ studio: { id: studioId } });

  const again = await enter(form, asked);
  expect(again.location).toBe('/sign-in?problem=link');
  expect((await meBy(again)).status).toBe(401);
});

it('lets one in of two who use a link at once', async () => {
  const email = 'two@studio.test';
  await aMember(email);
  const asked = await ask(email);
  const form = await linkFor(email);
  const both = await Promise.all([enter(form, asked), enter(form, asked)]);
  expect(both.map(({ location }) => location).sort()).toEqual(['/boards/1', '/sign-in?problem=link']);
});

it('takes no link that is too old', async () => {
  const email = 'late@studio.test';
  await aMember(email);
  const asked = await ask(email);
  const form = await linkFor(email);
  const [kept] = await db.signInMail.findMany({ where: { email } });
  expect(Number(kept?.expiresAt) - Number(kept?.createdAt)).toBeLessThanOrEqual(15 * 60_000);
  await db.signInMail.updateMany({ where: { email }, data: { expiresAt: new Date() } });
  expect((await enter(form, asked)).location).toBe('/sign-in?problem=link');
});

it('takes no link for another address, nor one made up', async () => {
  const [email, other] = ['mine@studio.test', 'other@studio.test'];
  await aMember(email);
  await aMember(other);
  const asked = await ask(email);
  const form = await linkFor(email);
  for (const wrong of [
    { ...form, email: other },
    { ...form, token: 'a'.repeat(64) },
  ])
    expect((await enter(wrong, asked)).location).toBe('/sign-in?problem=link');
  expect((await enter(form, asked)).location).toBe('/boards/1');
});

it('answers for an unknown address as for a known one, and sends nothing', async () => {
  const [known, unknown] = ['known@studio.test', 'unknown@studio.test'];
  await aMember(known);
  const answers = [await ask(unknown), await ask(known)].map(({ status, location, cookies, text }) => ({
    status,
    location,
    text,
    cookies: cookies.map((cookie) => cookie.replace(/=[^;]*/, '')),
  }));
  expect(answers[0]).toEqual(answers[1]);
  // Asked for first, so a letter to it would be there by now.
  await linkFor(known);
  expect(postbox.letters.filter(({ to }) => to.includes(unknown))).toEqual([]);
  expect(await db.signInMail.count({ where: { email: unknown } })).toBe(0);
});

it('sends no mailbox more than a few letters, whoever asks', async () => {
  const email = 'often@studio.test';
  await aMember(email);
  const places = [];
  for (let n = 0; n < 6; n += 1) places.push((await ask(email)).location);
  expect(places.slice(0, 4)).toEqual(Array(4).fill('/sign-in?sent'));
  expect(places.at(-1)).toBe('/sign-in?problem=too-many');
});

it.each(['', 'nobody', 'a@b', 'a@b.test, c@d.test', 'a@b.test\r\nBcc: c@d.test'])(
  'refuses %j as an address',
  async (email) => {
    expect((await ask(email)).location).toBe('/sign-in?problem=email');
  },
);

it('takes no form from another site', async () => {
  const headers = { origin: 'https://evil.example' };
  const answer = await web.ask('/api/auth/mail', { form: { email: 'one@studio.test' }, headers });
  expect(answer.status).toBe(403);
});

it('ends the session that the browser had before', async () => {
  const email = 'twice@studio.test';
  await aMember(email);
  const first = await ask(email);
  const entered = await enter(await linkFor(email), first);
  const browser = { cookies: [...first.cookies, ...entered.cookies] };
  const asked = await web.submit('/api/auth/mail', { email }, cookieHeader(browser.cookies));
  await until(
    'a second letter',
    async () => postbox.letters.filter(({ to }) => to[0] === email).length === 2,
  );
  expect(
    (await enter(await linkFor(email), { cookies: [...browser.cookies, ...asked.cookies] })).location,
  ).toBe('/');
  expect((await meBy(entered)).status).toBe(401);
});

it('behind TLS gives cookies that no neighbouring site can set', async () => {
  const email = 'tls@studio.test';
  await aMember(email);
  const origin = 'https://pins.studio.test';
  const tls = await WebProcess.start(url, { ...settings, PUBLIC_URL: origin });
  const asked = await tls.ask('/api/auth/mail', { form: { email }, headers: { origin } });
  const form = await linkFor(email, origin);
  const headers = { origin, cookie: cookieHeader(asked.cookies) };
  const entered = await tls.ask('/api/auth/mail/enter', { form, headers });
  const session = entered.cookies.find((cookie) => cookie.includes('pinpaint_session'));
  expect(session).toMatch(
    /^__Host-pinpaint_session=pps_[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
  );
  const cookie = cookieHeader(entered.cookies);
  expect((await tls.ask('/api/v1/me', { headers: { cookie } })).status).toBe(200);
  await tls.stop();
});

it('writes no token into its log', async () => {
  const form = await linkFor('one@studio.test');
  expect(web.said).not.toContain(form.token);
});
