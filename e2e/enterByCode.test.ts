import { aProject, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type LinkId, newId } from '@pinpaint/domain';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openTestApi } from '../apps/web/src/api/testing/openTestApi.ts';
import { openMail } from '../apps/web/src/mail/openMail.ts';
import { Postbox } from './Postbox.ts';

const postbox = await Postbox.open();
const postMail = openMail({
  smtpUrl: postbox.url,
  from: 'Pinpaint <pins@studio.test>',
  authSecret: '-'.repeat(40),
});
const api = await openTestApi((await createTestDatabase()).url, { postMail });
afterAll(async () => {
  await Promise.all([api.stop(), postbox.close()]);
});
const { ctx } = api;
const studio = await aStudio(ctx);
const { owner } = studio.people;
const project = await aProject(ctx, studio);
const email = 'client@brand.test';

let token = '';
beforeEach(async () => {
  const json = { id: newId<LinkId>(), name: 'Client', asksCode: true };
  const made = await api.ask(`POST /projects/${project.id}/links`, { as: owner.token, json });
  expect(made).toMatchObject({ status: 201, json: { link: { asksCode: true } } });
  token = made.json.secret;
});

const ask = (to = email, by = token) => api.ask('POST /review/code', { json: { token: by, email: to } });
const enter = (wish: object) => api.ask('POST /review/enter', { json: { token, name: 'Guest', ...wish } });
const refused = { status: 403, json: { code: 'link.wrong-code' } };

/** The code in the newest letter to an address. */
function codeFor(to: string): string {
  const letter = postbox.letters.findLast((one) => one.to.includes(to));
  return /code is (\d{6})\./.exec(letter?.text ?? '')?.[1] ?? 'no letter';
}

async function mailedCode(to = email): Promise<string> {
  expect((await ask(to)).status).toBe(204);
  return codeFor(to);
}

/** Any other than this one. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

it('lets in who reads the mail of an address, and calls them verified', async () => {
  expect((await ask('  Client@Brand.TEST ')).status).toBe(204);
  const entered = await enter({ email, code: codeFor(email) });
  expect(entered).toMatchObject({ status: 201, json: { review: { guest: { verified: true } } } });
  const { json } = await api.ask(`GET /projects/${project.id}/links`, { as: owner.token });
  expect(json.items.at(-1).guests).toMatchObject([{ name: 'Guest', email, verified: true }]);
});

it('lets nobody in without a code, with another one, or for another address', async () => {
  const code = await mailedCode();
  expect(await enter({ email })).toMatchObject(refused);
  expect(await enter({ email, code: wrong(code) })).toMatchObject(refused);
  expect(await enter({ email: 'other@brand.test', code })).toMatchObject(refused);
  expect((await enter({ code })).json.code).toBe('email.invalid');
  expect((await enter({ email, code })).status).toBe(201);
});

it('takes a code once, even from two at once', async () => {
  const code = await mailedCode();
  const both = await Promise.all([enter({ email, code }), enter({ email, code })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
  expect(await enter({ email, code })).toMatchObject(refused);
});

it('takes the newest code only', async () => {
  const first = await mailedCode();
  const second = await mailedCode();
  if (first !== second) expect(await enter({ email, code: first })).toMatchObject(refused);
  expect((await enter({ email, code: second })).status).toBe(201);
});

it('takes no code after five wrong ones, though it be the right one, nor after ten minutes', async () => {
  const code = await mailedCode();
  const tries = Array.from({ length: 5 }, () => enter({ email, code: wrong(code) }));
  for (const answer of await Promise.all(tries)) expect(answer).toMatchObject(refused);
  expect(await enter({ email, code })).toMatchObject(refused);

  const late = await mailedCode();
  const [kept] = await ctx.db.reviewCode.findMany({ where: { email }, orderBy: { expiresAt: 'desc' } });
  expect(Number(kept?.expiresAt) - Date.now()).toBeLessThanOrEqual(10 * 60_000);
  await ctx.db.reviewCode.updateMany({ data: { expiresAt: new Date() } });
  expect(await enter({ email, code: late })).toMatchObject(refused);
});

it('takes no code by another link', async () => {
  const code = await mailedCode();
  const json = { id: newId<LinkId>(), name: 'Client', asksCode: true };
  const other = await api.ask(`POST /projects/${project.id}/links`, { as: owner.token, json });
  expect(await enter({ token: other.json.secret, email, code })).toMatchObject(refused);
});

it('sends a mailbox no more than a few letters, and leaves the last code good', async () => {
  const codes = [];
  for (let n = 0; n < 4; n += 1) codes.push(await mailedCode());
  expect(await ask()).toMatchObject({ status: 429, json: { code: 'review.too-many-codes' } });
  expect((await enter({ email, code: codes.at(-1) })).status).toBe(201);
});

it('sends nothing for a link that is none, or that asks for no code', async () => {
  const letters = postbox.letters.length;
  expect((await ask(email, `ppl_${'A'.repeat(43)}`)).json.code).toBe('link.not-found');
  const json = { id: newId<LinkId>(), name: 'Client' };
  const plain = await api.ask(`POST /projects/${project.id}/links`, { as: owner.token, json });
  expect((await ask(email, plain.json.secret)).json.code).toBe('link.asks-no-code');
  expect(postbox.letters.length).toBe(letters);
});

it('keeps no code where it can be read', async () => {
  const code = await mailedCode();
  const kept = JSON.stringify([await ctx.db.reviewCode.findMany(), await ctx.db.idempotencyKey.findMany()]);
  expect(kept).not.toMatch(new RegExp(`"${code}"`));
});
