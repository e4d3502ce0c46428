import { readFile } from 'node:fs/promises';
import { newId, type PinId } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { matchTexts } from '../../apps/web/src/text/matchTexts.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { drawWithFinger } from './draw.ts';
import { openBrowser, phone } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';
import { settledBox } from './settled.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const [artist, hand] = [await browser.person(), await browser.person(phone)];
await demo.signIn(artist, 'artist');
await demo.signIn(hand, 'artist');
const { page } = artist;
const ask = demo.as('artist');
const frameId = demo.frameId('Coffee');

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const region = { kind: 'rectangle', x: 250, y: 180, width: 70, height: 50 };
const panel = page.getByRole('region', { name: /^Edit for pin/ });
const run = panel.getByRole('button', { name: new RegExp(`^${texts.edit.run} `) });
const point = panel.getByRole('button', { name: matchTexts.point, exact: true });
const pointAgain = panel.getByRole('button', { name: matchTexts.pointAgain });
const label = page.getByText(matchTexts.label, { exact: true });

async function openMatch(): Promise<PinId> {
  const id = newId<PinId>();
  const note = 'make the cup match the wood';
  await ask(`POST /frames/${frameId}/pins`, { id, region, note });
  await page.goto(`${demo.url}/boards/${demo.access.boardId}?pin=${id}`);
  await seen(panel.getByText(matchTexts.unshown('the wood'))).toBeVisible();
  await seen(run).toBeDisabled();
  return id;
}

const wishOf = async (id: PinId) => (await ask(`GET /pins/${id}`)).json.reading.wish;

async function wishOfEdit(id: PinId) {
  const { items } = (await ask(`GET /frames/${frameId}/edits`)).json;
  return items.find(({ pinId }: { pinId: string }) => pinId === id).intent.wish;
}

it('what is to be matched is pointed at on the picture, and the edit comes out of that', async () => {
  onTestFailed(() => browser.shoot('point'));
  const id = await openMatch();
  await point.click();
  await seen(panel.getByText(matchTexts.pointing)).toBeVisible();
  const box = await settledBox(page.getByRole('button', { name: /^Pin \d+/ }).first());
  await page.mouse.move(box.x - 60, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x - 20, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await seen(label).toBeVisible();
  await seen(panel.getByText(matchTexts.place)).toBeVisible();
  const drawn = await wishOf(id);
  expect(drawn).toMatchObject({ kind: 'match', like: 'the wood', at: { kind: 'rectangle' } });
  // The pin is still the one that is worked on, and no other was drawn.
  await run.click();
  await seen(page.getByRole('region', { name: /^Candidates for pin/ })).toBeVisible();
  expect(await wishOfEdit(id)).toEqual(drawn);
});

it('on a phone the panel goes aside for it', async () => {
  onTestFailed(() => browser.shoot('point-phone'));
  const { page: small } = hand;
  const id = newId<PinId>();
  await ask(`POST /frames/${frameId}/pins`, { id, region, note: 'make the cup match the wood' });
  await small.goto(`${demo.url}/boards/${demo.access.boardId}?pin=${id}`);
  const sheet = small.getByRole('region', { name: /^Edit for pin/ });
  await sheet.getByRole('button', { name: matchTexts.point, exact: true }).tap();
  await seen(sheet.getByText(matchTexts.pointing)).toBeVisible();
  const pin = small.getByRole('button', { name: /^Pin \d+/ }).first();
  const [covered, box] = [await settledBox(sheet), await settledBox(pin)];
  expect(box.y + 60).toBeLessThan(covered.y);
  const corners = [0, 1, 2, 3].map((i) => ({ x: box.x - 50 + 10 * i, y: box.y + 15 + 8 * i }));
  await drawWithFinger(small, corners);
  await seen(small.getByText(matchTexts.label, { exact: true })).toBeVisible();
  await seen(sheet.getByText(matchTexts.place)).toBeVisible();
  expect(await wishOf(id)).toMatchObject({ at: { kind: 'rectangle' } });
});

it('by keys: Escape lets go, Enter takes the middle, and it can be taken away again', async () => {
  onTestFailed(() => browser.shoot('point-keys'));
  const id = await openMatch();
  await point.press('Space');
  await page.keyboard.press('Escape');
  await seen(point).toBeVisible();
  await seen(panel).toBeVisible();
  await point.press('Space');
  await page.keyboard.press('Enter');
  await seen(label).toBeVisible();
  await seen(pointAgain).toBeVisible();
  await seen(run).toBeEnabled();
  await panel.getByRole('button', { name: matchTexts.remove, exact: true }).click();
  await seen(label).toHaveCount(0);
  await seen(run).toBeDisabled();
  expect((await wishOf(id)).at).toBeUndefined();
});

it('a picture that is added in the panel is what it is to match', async () => {
  onTestFailed(() => browser.shoot('point-picture'));
  const id = await openMatch();
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: matchTexts.add }).click();
  const buffer = await readFile(new URL('../../fixtures/coffee.png', import.meta.url));
  await (await chooser).setFiles({ name: 'oak.png', mimeType: 'image/png', buffer });
  await seen(panel.getByRole('radio', { name: 'oak.png' })).toBeChecked();
  await seen(run).toBeEnabled();
  const { picture } = await wishOf(id);
  await run.click();
  await seen(page.getByRole('region', { name: /^Candidates for pin/ })).toBeVisible();
  expect(await wishOfEdit(id)).toMatchObject({ like: 'the wood', picture });
});
