import { newId } from '@pinpaint/domain';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { until } from '../../apps/web/src/api/testing/until.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { enterByLink } from './asClient.ts';
import { openBrowser, phone } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

it('a revoked link shuts its guest’s page, socket and API', async () => {
  onTestFailed(() => browser.shoot('revoked'));
  const ask = demo.as('owner');
  const link = { id: newId(), name: 'For a day', boardId: null };
  const { json } = await ask(`POST /projects/${demo.access.projectId}/links`, link);
  const { page } = await browser.person(phone);
  await enterByLink(page, json.url.replace(/^https?:\/\/[^/]+/, demo.url));
  await ask(`DELETE /links/${link.id}`);
  await seen(page.getByText(texts.client.closed.revoked)).toBeVisible();
  expect(await statusOf(page, '/api/v1/review?as=guest')).toBe(410);
});

it('a demoted member can only look on until they are promoted again, and a removed one is out', async () => {
  onTestFailed(() => browser.shoot('demoted'));
  const artist = await browser.person();
  await demo.signIn(artist, 'artist');
  await artist.page.goto(`${demo.url}/boards/${demo.access.boardId}?frame=${demo.frameId('Hills')}`);
  const pinTool = artist.page.getByRole('button', { name: texts.board.toolNames.pin, exact: true });
  await seen(pinTool).toBeEnabled();
  const undo = artist.page.getByRole('button', { name: texts.board.undo, exact: true });
  await seen(artist.page.getByText(texts.board.saved)).toBeVisible();
  await artist.page.getByRole('button', { name: '4 Hills', exact: true }).press('ArrowRight');
  await seen(undo).toBeEnabled();
  const ask = demo.as('owner');
  const { json: members } = await ask('GET /members');
  const member = members.items.find(({ role }: { role: string }) => role === 'artist');
  await ask(`PATCH /members/${member.id}`, { role: 'viewer' });
  await seen(artist.page.getByText(texts.board.readOnly)).toBeVisible();
  await seen(pinTool).toBeDisabled();
  await artist.page.keyboard.press('Control+z');
  await seen(undo).toBeDisabled();
  const pin = { id: newId(), region: { kind: 'point', x: 9, y: 9 }, note: 'no' };
  const path = `/frames/${demo.frameId('Hills')}/pins`;
  expect((await demo.as('artist')(`POST ${path}`, pin)).status).toBe(403);
  await ask(`PATCH /members/${member.id}`, { role: 'artist' });
  await seen(pinTool).toBeEnabled();
  await seen(artist.page.getByText(texts.board.saved)).toBeVisible();
  await undo.click();
  await seen(undo).toBeDisabled();
  await ask(`DELETE /members/${member.id}`);
  await seen(artist.page.getByText(texts.board.closed['signed-out'].title)).toBeVisible();
});

it('a guest’s socket hears of nothing beyond their link', async () => {
  onTestFailed(() => browser.shoot('hears'));
  const ask = demo.as('owner');
  const [inside, outside] = await Promise.all([aBoardWithPicture(), aBoardWithPicture()]);
  const link = { id: newId(), name: 'One board', boardId: inside.boardId };
  const { json } = await ask(`POST /projects/${demo.access.projectId}/links`, link);
  const { page } = await browser.person(phone);
  const heard: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)));
  });
  await page.goto(json.url.replace(/^https?:\/\/[^/]+/, demo.url));
  await page.getByLabel(texts.client.entry.name).fill('Client');
  await page.getByRole('button', { name: texts.client.entry.enter }).tap();
  await seen(page.getByText(inside.name).first()).toBeVisible();
  const region = { kind: 'rectangle', x: 0, y: 0, width: 20, height: 20 };
  const [secret, told] = [newId(), newId()];
  await ask(`POST /frames/${outside.frameId}/pins`, { id: secret, region, note: 'unheard' });
  await ask(`POST /frames/${inside.frameId}/pins`, { id: told, region, note: 'heard' });
  await seen.poll(() => heard.join(' ')).toContain(told);
  const all = heard.join(' ');
  for (const id of [secret, outside.frameId, outside.boardId]) expect(all).not.toContain(id);
});

async function aBoardWithPicture() {
  const ask = demo.as('owner');
  const [boardId, frameId] = [newId(), newId()];
  const name = `Board ${boardId.slice(-4)}`;
  await ask(`POST /projects/${demo.access.projectId}/boards`, { id: boardId, name });
  const png = new Uint8Array(await aPng());
  await ask(`POST /boards/${boardId}/frames?id=${frameId}&name=${encodeURIComponent(name)}`, png);
  await until('its master is made', async () => (await ask(`GET /frames/${frameId}`)).json.state === 'ready');
  return { boardId, frameId, name };
}

async function aPng(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
}

const statusOf = (page: Page, path: string) => page.evaluate(async (at) => (await fetch(at)).status, path);
