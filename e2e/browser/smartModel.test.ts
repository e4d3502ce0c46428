import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { boundsOfRegion, intersectRects, type Region } from '@pinpaint/domain';
import { afterAll, expect, it, onTestFailed } from 'vitest';
import { until } from '../../apps/web/src/api/testing/until.ts';
import { smartTexts as words } from '../../apps/web/src/text/smartTexts.ts';
import { texts } from '../../apps/web/src/text/texts.ts';
import { holdSmart } from './holdSmart.ts';
import { openBrowser } from './openBrowser.ts';
import { openDemo } from './openDemo.ts';
import { seen } from './playwright.ts';

const writeModels = resolve(import.meta.dirname, '../../packages/engines/src/testing/writeMadeModels.ts');
const dir = await mkdtemp(join(tmpdir(), 'pinpaint-smart-'));
await promisify(execFile)(process.execPath, [writeModels, dir]);
const name = 'mobile-sam';
const models = [{ kind: 'segment', name, path: join(dir, 'sam') }];
await writeFile(join(dir, 'models.json'), JSON.stringify({ models }));
// Where an operator says it too; the stack's processes get what this one has.
process.env.MODELS = join(dir, 'models.json');

const [demo, browser] = await Promise.all([openDemo(), openBrowser()]);
const artist = await browser.person();
await demo.signIn(artist, 'artist');
const { page } = artist;
const ask = demo.as('artist');
const frameId = demo.frameId('Coffee');
const picture = { frameId, widthPx: 600 };

const bar = page.getByRole('region', { name: texts.board.toolNames.smart });
const take = bar.getByRole('button', { name: words.take });
const by = (label: string) => bar.getByRole('radio', { name: label });

afterAll(async () => {
  await browser.close();
  await demo.stop();
  await rm(dir, { recursive: true, force: true });
});

const holdTool = () => holdSmart(page, { demo, picture, isHeld: () => seen(by(name)).toBeChecked() });

it('where a worker has a model, a click is answered by it, and the bar says so', async () => {
  onTestFailed(() => browser.shoot('smart-model'));
  const at = await holdTool();
  await page.mouse.click(...at(290, 140));
  await seen(bar.getByText(words.foundBy(name))).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await seen(bar.getByText(words.begin)).toBeVisible();
  await page.mouse.click(...at(290, 140));
  await seen(take).toBeEnabled();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: texts.canvas.noteTitle }).fill('by the model');
  await page.getByRole('button', { name: texts.canvas.placePin }).click();
  const region: Region = await until('it is placed', async () => {
    const { items } = (await ask(`GET /frames/${frameId}/pins`)).json;
    return items.find((one: { note: string }) => one.note === 'by the model')?.region;
  });
  const bounds = boundsOfRegion(region);
  expect(bounds && intersectRects(bounds, { x: 290, y: 140, width: 1, height: 1 })).not.toBeNull();
});

it('edges are looked for where somebody wants them, or where the model fails', async () => {
  onTestFailed(() => browser.shoot('smart-fallback'));
  const at = await holdTool();
  await page.mouse.click(...at(290, 150));
  await seen(bar.getByText(words.foundBy(name))).toBeVisible();
  await by(words.edges).click();
  await seen(bar.getByText(words.found, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await by(name).click();
  await rm(join(dir, 'sam'), { recursive: true });
  await page.mouse.click(...at(300, 140));
  await seen(bar.getByText(words.instead.away)).toBeVisible();
  await seen(take).toBeEnabled();
});
