import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import sharp from 'sharp';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { renditionTexts as words } from '../../apps/web/src/text/renditionTexts.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { aVersionInReview } from './aVersionInReview.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const frameId = demo.frameId('Coffee');
const phone = { width: 390, height: 844 };
/** Two networks and a film, on a busy machine. */
const stepsMs = 300_000;

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

it('an approved picture is enlarged and animated from the export menu, on a phone too', async () => {
  onTestFailed(() => browser.shoot('renditions'));
  const versionId = await aVersionInReview(demo, 'Coffee');
  const director = demo.as('director');
  const { digest, bounds } = (await director(`GET /versions/${versionId}`)).json;
  await director(`POST /versions/${versionId}/decision`, { kind: 'approve', digest, comment: null });

  const artist = await browser.person();
  await demo.signIn(artist, 'artist');
  const { page } = artist;
  await page.setViewportSize(phone);
  await page.goto(`${demo.url}/boards/${demo.access.boardId}?frame=${frameId}`);
  await page.getByRole('button', { name: texts.versions.exports.button }).click();
  await page.getByRole('menuitem', { name: texts.versions.exports.steps }).click();
  const dialog = page.getByRole('dialog', { name: words.title });
  await dialog.getByRole('radio', { name: words.formats.webp }).click();
  // Nothing may reach beyond the screen, where a thumb can't follow.
  const scroller = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(scroller).toBe(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: words.make, exact: true }).click();

  const film = dialog.getByRole('button', { name: words.download('Animated, 4 s, WebP') });
  await seen(film).toBeVisible({ timeout: stepsMs });
  const arrives = page.waitForEvent('download');
  await dialog.getByRole('button', { name: words.download('Upscaled ×2, PNG') }).click();
  const file = await readFile(await (await arrives).path());
  const { width, height } = await sharp(file).metadata();
  expect({ width, height }).toEqual({ width: bounds.width * 2, height: bounds.height * 2 });
});
