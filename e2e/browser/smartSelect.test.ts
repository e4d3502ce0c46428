import AxeBuilder from '@axe-core/playwright';
import { boundsOfRegion, intersectRects, type PixelRect, type Region, rectArea } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { until } from '../../apps/web/src/api/testing/until.ts';
import { smartTexts } from '../../apps/web/src/text/smartTexts.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { holdSmart } from './holdSmart.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const artist = await browser.person();
await demo.signIn(artist, 'artist');
const { page } = artist;
const ask = demo.as('artist');
const frameId = demo.frameId('Coffee');
const picture = { frameId, widthPx: 600 };
/** The cup without its saucer, by eye. */
const cup: PixelRect = { x: 172, y: 14, width: 236, height: 265 };

const bar = page.getByRole('region', { name: texts.board.toolNames.smart });
const take = bar.getByRole('button', { name: smartTexts.take });

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const holdTool = () =>
  holdSmart(page, { demo, picture, isHeld: () => seen(bar.getByText(smartTexts.begin)).toBeVisible() });

async function placePin(note: string): Promise<Region> {
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: texts.canvas.noteTitle }).fill(note);
  await page.getByRole('button', { name: texts.canvas.placePin }).click();
  const pin = await until('it is placed', async () => {
    const { items } = (await ask(`GET /frames/${frameId}/pins`)).json;
    return items.find((one: { note: string }) => one.note === note);
  });
  return pin.region;
}

function overlap(a: PixelRect, b: PixelRect): number {
  const shared = intersectRects(a, b);
  const both = shared ? rectArea(shared) : 0;
  return both / (rectArea(a) + rectArea(b) - both);
}

it('a box dragged round a thing ends in a pin on the thing', async () => {
  onTestFailed(() => browser.shoot('smart-box'));
  const at = await holdTool();
  await page.mouse.move(...at(cup.x - 12, cup.y - 8));
  await page.mouse.down();
  await page.mouse.move(...at(300, 150), { steps: 4 });
  await page.mouse.move(...at(cup.x + cup.width + 12, cup.y + cup.height + 10), { steps: 4 });
  await page.mouse.up();
  await seen(bar.getByText(smartTexts.found)).toBeVisible();
  await seen(take).toBeEnabled();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const region = await placePin('the cup itself');
  expect(region.kind).toBe('lasso');
  const bounds = boundsOfRegion(region);
  expect(bounds && overlap(bounds, cup)).toBeGreaterThan(0.7);
});

it('a click finds what lies there, a second adds to it, and Escape lets it go', async () => {
  onTestFailed(() => browser.shoot('smart-click'));
  const at = await holdTool();
  const look = async (x: number, y: number, modifiers: readonly 'Alt'[] = []) => {
    await page.mouse.move(...at(x, y));
    for (const key of modifiers) await page.keyboard.down(key);
    await page.mouse.down();
    await page.mouse.up();
    for (const key of modifiers) await page.keyboard.up(key);
    await seen(take).toBeEnabled();
  };
  await look(290, 140);
  await look(130, 250);
  await look(290, 140, ['Alt']);
  await page.keyboard.press('Escape');
  await seen(bar.getByText(smartTexts.begin)).toBeVisible();
  await seen(take).toHaveCount(0);
  await look(290, 140);
  const region = await placePin('what was clicked');
  const bounds = boundsOfRegion(region);
  const isInside = bounds && intersectRects(bounds, { x: 290, y: 140, width: 1, height: 1 });
  expect(isInside).not.toBeNull();
});
